import type { Db } from '#core/db/connect.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { addDays } from '#core/time/days.ts'
import { signedHeaders } from './signature.ts'

const BATCH = 50
const TIMEOUT_MS = 20_000
const LONGEST_WAIT_MS = 6 * 3_600_000
/** News of an answer two days old helps nobody, and a number is not kept for longer. */
const KEPT_DAYS = 2
const PROVIDER_IDS_DAYS = 30

/**
 * Hands answers to the provider, signed as its own messages are. Its refusal ends the matter; where it cannot be reached it is
 * asked again, later each time. A crash between its yes and our note sends the same id twice, by which it knows them for one.
 */
export async function sendTexts({ db, clock, house, log }: JobHouse): Promise<void> {
  const now = clock.now()
  const { textsUrl: url, textsSecret: secret } = house.routesIn ?? {}
  if (url && secret)
    for (const text of await dueTexts(db, now)) {
      const outcome = await handOver(text, { url, secret, now })
      if (outcome === 'refused') log.warn({ text: text.id }, 'the provider of text messages refused one')
      await note(db, { text, outcome, now })
    }
  await forgetTexts(db, now)
}

type DueText = Awaited<ReturnType<typeof dueTexts>>[number]

function dueTexts(db: Db, now: Date) {
  return db
    .selectFrom('textsOut')
    .select(['id', 'toNumber', 'words', 'attempts'])
    .where('sentAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .where('nextTryAt', '<=', now)
    .orderBy('nextTryAt')
    .limit(BATCH)
    .execute()
}

type Outcome = 'taken' | 'refused' | 'away'
const WORTH_ANOTHER_TRY = [408, 425, 429]

async function handOver(
  { id, toNumber, words }: DueText,
  { url, secret, now }: { url: string; secret: string; now: Date },
): Promise<Outcome> {
  const body = Buffer.from(JSON.stringify({ id, to: toNumber, text: words }))
  const headers = { 'content-type': 'application/json', ...signedHeaders(body, { secret, now }) }
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await reply.body?.cancel()
    if (reply.ok) return 'taken'
    return reply.status < 500 && !WORTH_ANOTHER_TRY.includes(reply.status) ? 'refused' : 'away'
  } catch {
    return 'away'
  }
}

async function note(
  db: Db,
  { text, outcome, now }: { text: DueText; outcome: Outcome; now: Date },
): Promise<void> {
  const wait = Math.min(30_000 * 2 ** text.attempts, LONGEST_WAIT_MS)
  const done = { toNumber: null, words: '' }
  const change = {
    taken: { ...done, sentAt: now },
    refused: { ...done, givenUpAt: now },
    away: { attempts: text.attempts + 1, nextTryAt: new Date(now.getTime() + wait) },
  }[outcome]
  await db.updateTable('textsOut').set(change).where('id', '=', text.id).execute()
}

async function forgetTexts(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('textsOut').where('madeAt', '<', addDays(now, -KEPT_DAYS)).execute()
  await db.deleteFrom('textsIn').where('receivedAt', '<', addDays(now, -PROVIDER_IDS_DAYS)).execute()
  await db.deleteFrom('answerPrints').where('until', '<', now).execute()
}
