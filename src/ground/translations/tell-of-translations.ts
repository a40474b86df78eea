import type { Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { isLanguage } from '#core/i18n/languages.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { letterMessages as m } from './letter-messages.ts'

const BATCH = 50

/** An answer that is now to be read in the language of whoever it is for goes to them by letter, once. */
export async function tellOfTranslations(house: JobHouse): Promise<void> {
  const now = house.clock.now()
  const untold = await house.db
    .selectFrom('translations')
    .select('id')
    .where('entryId', 'is not', null)
    .where('shownAt', 'is not', null)
    .where('toldAt', 'is', null)
    .orderBy('shownAt')
    .limit(BATCH)
    .execute()
  for (const { id } of untold) await inTransaction(house.db, (tx) => tellOfOne(tx, { id, house, now }))
}

async function tellOfOne(
  tx: Tx,
  { id, house, now }: { id: string; house: JobHouse; now: Date },
): Promise<void> {
  const claimed = await tx
    .updateTable('translations')
    .set({ toldAt: now })
    .where('id', '=', id)
    .where('toldAt', 'is', null)
    .returning(['textId', 'entryId', 'language', 'shownAs'])
    .executeTakeFirst()
  if (!claimed) return
  const answer = await answerIn(tx, id)
  if (!answer) return
  const t = house.translators.for(isLanguage(claimed.language) ? claimed.language : 'en')
  const url = `${house.house.baseUrl}${pathTo(answer)}#entry-${claimed.entryId}`
  const { number, bodyName, reason } = answer
  const text = [
    t(m.answerIntro, { body: bodyName ?? house.house.name, number }),
    `${bodyName ?? house.house.name}:\n\n${reason}`,
    t(claimed.shownAs === 'machine' ? m.letterByMachine : m.letterByVolunteers),
    t(m.answerStory, { url }),
  ].join('\n\n')
  for (const { address } of await readersOf(tx, claimed))
    await writeLetter(tx, { to: address, subject: t(m.answerSubject, { number }), text }, now)
}

function answerIn(tx: Tx, id: string) {
  return tx
    .selectFrom('translations')
    .innerJoin('translationParts', 'translationParts.translationId', 'translations.id')
    .innerJoin('matters', 'matters.id', 'translations.textId')
    .innerJoin('entries', 'entries.id', 'translations.entryId')
    .leftJoin('bodies', 'bodies.id', 'entries.bodyId')
    .select(['matters.number', 'matters.kind', 'bodies.name as bodyName', 'translationParts.words as reason'])
    .where('translations.id', '=', id)
    .where('translationParts.part', '=', 'reason')
    .where('matters.visibility', '=', 'public')
    .executeTakeFirst()
}

/** Authors and followers of it who are written to in this language, or who wrote in it. */
function readersOf(tx: Tx, { textId, language }: { textId: string; language: string }) {
  return tx
    .selectFrom('matterAddressees')
    .innerJoin('matters', 'matters.id', 'matterAddressees.matterId')
    .select('matterAddressees.address')
    .distinct()
    .where('matterAddressees.matterId', '=', textId)
    .where('matterAddressees.address', 'is not', null)
    .where((eb) =>
      eb.or([eb('matterAddressees.language', '=', language), eb('matters.language', '=', language)]),
    )
    .$narrowType<{ address: string }>()
    .execute()
}
