import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { addDays } from '#core/time/days.ts'
import { askingMessages as m } from './asking-messages.ts'
import { pathTo } from './kinds.ts'
import { ANSWERS, VERDICT_AFTER_DAYS } from './rules.ts'

const BATCH = 200
/** An answer older than this is not asked about any more: somebody restored a backup, or brought old matters in. */
const LONGEST_DAYS = 60

/** Two weeks after an answer, asks its author once by letter whether it was one. */
export async function askForVerdicts(house: JobHouse): Promise<void> {
  const now = house.clock.now()
  for (const answer of await answersToAskAbout(house.db, now)) {
    await inTransaction(house.db, async (tx) => {
      await tx
        .insertInto('verdictRequests')
        .values({ custodyId: answer.custodyId, askedAt: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await tellAuthors(tx, { ...answer, house, subject: m.verdictSubject, text: m.verdictLetter })
    })
  }
}

function answersToAskAbout(db: Db, now: Date) {
  return (
    db
      .selectFrom('custody')
      .innerJoin('matters', 'matters.id', 'custody.matterId')
      .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
      .leftJoin('answerVerdicts', 'answerVerdicts.custodyId', 'custody.id')
      .leftJoin('verdictRequests', 'verdictRequests.custodyId', 'custody.id')
      .select([
        'custody.id as custodyId',
        'custody.matterId',
        'matters.number',
        'matters.kind',
        'bodies.name as body',
      ])
      .where('custody.outcome', 'in', ANSWERS)
      .where('custody.decidedAt', '<=', addDays(now, -VERDICT_AFTER_DAYS))
      .where('custody.decidedAt', '>', addDays(now, -LONGEST_DAYS))
      // Opened again by a review: the answer is not the last word.
      .where('matters.closedAt', 'is not', null)
      .where('answerVerdicts.custodyId', 'is', null)
      .where('verdictRequests.custodyId', 'is', null)
      .orderBy('custody.decidedAt')
      .limit(BATCH)
      .execute()
  )
}

/** Tells authors that a body wishes to pass their matter back, and needs them to agree. */
export async function askForAgreements(house: JobHouse): Promise<void> {
  const now = house.clock.now()
  const wishes = await house.db
    .selectFrom('returnRequests')
    .innerJoin('custody', 'custody.id', 'returnRequests.custodyId')
    .innerJoin('matters', 'matters.id', 'custody.matterId')
    .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
    .select([
      'returnRequests.id',
      'custody.matterId',
      'matters.number',
      'matters.kind',
      'bodies.name as body',
    ])
    .where('returnRequests.toldAt', 'is', null)
    .limit(BATCH)
    .execute()
  for (const { id, ...wish } of wishes) {
    await inTransaction(house.db, async (tx) => {
      await tx.updateTable('returnRequests').set({ toldAt: now }).where('id', '=', id).execute()
      await tellAuthors(tx, { ...wish, house, subject: m.returnSubject, text: m.returnLetter })
    })
  }
}

interface Telling {
  house: JobHouse
  matterId: string
  number: number
  kind: string
  body: string
  subject: typeof m.verdictSubject
  text: typeof m.verdictLetter
}

async function tellAuthors(tx: Tx, { house, matterId, number, kind, body, subject, text }: Telling) {
  const authors = await tx
    .selectFrom('matterAuthorAddresses')
    .select(['address', 'language'])
    .where('matterId', '=', matterId)
    .execute()
  const { baseUrl } = house.house
  for (const { address, language } of authors) {
    if (address === null) continue
    const t = house.translators.for(language ?? 'en')
    const values = {
      number,
      body,
      story: `${baseUrl}${pathTo({ kind, number })}`,
      receipt: `${baseUrl}/receipts/${number}`,
    }
    const letter = { to: address, subject: t(subject, values), text: t(text, values) }
    await writeLetter(tx, letter, house.clock.now())
  }
}
