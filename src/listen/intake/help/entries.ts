import type { Db } from '#core/db/connect.ts'
import { type Answer, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { m } from './messages.ts'
import { EntriesPage } from './pages/entries-page.tsx'
import { clerksFor, findHelp } from './who-helps.ts'

const MOST = 500

/** How an answer came: told to its author, and to the clerks of the body that asked. */
export interface HowItCame {
  number: number
  route: string
  /** Null once the helper's account is gone. */
  helper: string | null
  consent: string
  saidOn: string | null
  /** To the hour. */
  enteredAt: Date
}

/** The answer that this key opens, as it came; null where no helper brought it in. */
export async function howItCame(
  db: Db,
  { number, keyHash }: { number: number; keyHash: Buffer },
): Promise<HowItCame | null> {
  const row = await entries(db)
    .innerJoin('followUpKeys', 'followUpKeys.matterId', 'intakeEntries.answerId')
    .where('matters.number', '=', number)
    .where('followUpKeys.keyHash', '=', keyHash)
    .executeTakeFirst()
  return row ?? null
}

/** What came by helpers: a clerk sees all of it, a helper what they brought in themselves. */
export async function showEntries(x: Exchange): Promise<Answer> {
  const help = await findHelp(x)
  if (!help.ok) return help.answer
  const { call, by } = help
  const isClerk = clerksFor(x.viewer, call)
  const came = await entries(x.db)
    .innerJoin('answers', 'answers.id', 'intakeEntries.answerId')
    .where('answers.callId', '=', call.id)
    .$if(!isClerk, (query) => query.where('intakeEntries.helperId', '=', by.id))
    .orderBy('matters.number', 'desc')
    .limit(MOST)
    .execute()
  const title = x.t(m.entriesTitle)
  const children = EntriesPage({ t: x.t, call, came, isClerk })
  return show(x, {
    html: () => x.page({ title, isUnlisted: true, children }),
    json: () => ({
      entries: came.map(({ number, route, helper, consent }) => ({ number, route, helper, consent })),
    }),
  })
}

function entries(db: Db) {
  return db
    .selectFrom('intakeEntries')
    .innerJoin('matters', 'matters.id', 'intakeEntries.answerId')
    .leftJoin('people', 'people.id', 'intakeEntries.helperId')
    .select([
      'matters.number',
      'matters.route',
      'people.name as helper',
      'intakeEntries.consent',
      'intakeEntries.saidOn',
      'intakeEntries.enteredAt',
    ])
}
