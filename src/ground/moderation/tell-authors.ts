import type { Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { addresseesOf } from '#ground/matters/letters-to-authors.ts'
import { entryGloss } from '#ground/record/entry-types.ts'
import { m } from './messages.ts'

/** The author hears of it by letter, if an address is known: written down with the step, sent by a job. */
export async function oweLetter(tx: Tx, owed: { entryId: string; caseId: string }): Promise<void> {
  await tx.insertInto('moderationLetters').values(owed).execute()
}

const BATCH = 50

/** Writes the letters that are owed, each in its reader's language. */
export async function tellAuthors({ db, clock, house, translators }: JobHouse): Promise<void> {
  const now = clock.now()
  await inTransaction(db, async (tx) => {
    for (const { entryId, caseId, kind, number, matterId, said } of await owedLetters(tx)) {
      await tx.deleteFrom('moderationLetters').where('entryId', '=', entryId).execute()
      for (const { address, language } of await addresseesOf(tx, matterId)) {
        const t = translators.for(language)
        const step = t(entryGloss(kind))
        const reason = said === null ? '' : String((JSON.parse(said) as Record<string, unknown>).reason ?? '')
        const url = `${house.baseUrl}/moderation/cases/${caseId}`
        const subject = t(m.letterSubject, { number, step })
        await writeLetter(
          tx,
          { to: address, subject, text: t(m.letterText, { number, step, reason, url }) },
          now,
        )
      }
    }
  })
}

function owedLetters(tx: Tx) {
  return tx
    .selectFrom('moderationLetters')
    .innerJoin('entries', 'entries.id', 'moderationLetters.entryId')
    .innerJoin('matters', 'matters.id', 'entries.matterId')
    .leftJoin('sealed', (join) =>
      join.onRef('sealed.entryId', '=', 'entries.id').on('sealed.part', '=', 'public'),
    )
    .select([
      'entries.id as entryId',
      'moderationLetters.caseId',
      'entries.kind',
      'matters.number',
      'matters.id as matterId',
      'sealed.content as said',
    ])
    .limit(BATCH)
    .execute()
}
