import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import type { DemoHouse } from './open-demo.ts'

/** Numbers and handles of the demonstration that the scenes are about. */
export interface Facts {
  overdue: number
  answered: number
  refused: number
  merged: number
  reviewed: number
  held: number
  inUrdu: number
  open: number
  withheld: number
  ofNasreen: number
  toJudge: { number: number; handle: string }
  mine: { number: number; key: string }
  throttled: number
  openCase: string
  closedCase: string
  pendingDesk: string
  unit: string
  /** Numbers of the gatherings by their key in `db/demo/gatherings.csv`. */
  gatherings: Readonly<Record<string, number>>
  /** A story in Urdu that is shown in English, and a translation that waits to be read. */
  translated: { number: number; id: string; offered: string }
  followToken: string
  signInToken: string
}

/** Finds them in the demonstration, and does what it lacks: a hand-in with its key, letters with their links, a lock. */
export async function readyFacts(house: DemoHouse): Promise<Facts> {
  const { db } = house
  const mine = await handIn(house, 'A roof over every bus stop', 'anonymous')
  const throttled = await handIn(house, 'A clock at every bus stop', 'anonymous')
  for (let tries = 0; tries < 11; tries += 1)
    await post(house, `/receipts/${throttled.number}`, { key: mine.key })
  await post(house, '/sign-in', { email: 'harpreet@example.org' })
  await decideACase(house, (await handIn(house, 'Your bus is a joke and so are you', 'anonymous')).number)
  const stories = await storiesOf(db)
  await post(house, '/following', { matter: String(stories.overdue), email: 'reader@example.org' })
  await house.runJobs()
  return {
    ...stories,
    ...(await casesOf(db)),
    mine,
    throttled: throttled.number,
    withheld: (await handIn(house, 'A bench that is not wet', 'withheld', 'housing')).number,
    unit: 'millbrook',
    gatherings: await gatheringsOf(db),
    translated: await translatedOf(db),
    followToken: await tokenIn(db, 'following', 'reader@example.org'),
    signInToken: await tokenIn(db, 'sign-in', 'harpreet@example.org'),
  }
}

const post = ({ baseUrl }: DemoHouse, path: string, fields: Record<string, string>) =>
  fetch(baseUrl + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { accept: 'application/json' },
    redirect: 'manual',
  })

/** A case that was decided, for somebody to appeal against. */
async function decideACase(house: DemoHouse, number: number): Promise<void> {
  const { db, baseUrl } = house
  const { id } = await db
    .selectFrom('moderationCases')
    .innerJoin('matters', 'matters.id', 'moderationCases.matterId')
    .select('moderationCases.id')
    .where('matters.number', '=', number)
    .executeTakeFirstOrThrow()
  const signedIn = await post(house, '/demo/sign-in', { person: 'amina' })
  const cookie = signedIn.headers.getSetCookie().join('; ').replace(/;.*/, '')
  const reply = await fetch(`${baseUrl}/moderation/cases/${id}/decision`, {
    method: 'POST',
    headers: { cookie, accept: 'application/json' },
    body: new URLSearchParams({
      outcome: 'removed',
      reason: 'insult',
      explanation: 'It is about a driver who can be known from it.',
    }),
  })
  if (!reply.ok) throw new Error(`The case was not decided: ${await reply.text()}`)
}

async function handIn(house: DemoHouse, title: string, authorship: string, to = '') {
  const words = 'My mother cannot stand for half an hour in the rain, and neither can I.'
  const reply = await post(house, '/submissions', { title, words, authorship, to })
  const { number, receipt } = (await reply.json()) as { number: number; receipt: { key: string } }
  return { number, key: receipt.key }
}

async function gatheringsOf(db: Db): Promise<Facts['gatherings']> {
  const rows = await db
    .selectFrom('gatherings')
    .innerJoin('works', 'works.id', 'gatherings.id')
    .select(['gatherings.source', 'works.number'])
    .where('gatherings.source', 'is not', null)
    .execute()
  return Object.fromEntries(rows.map(({ source, number }) => [source?.replace('demonstration:', ''), number]))
}

async function translatedOf(db: Db): Promise<Facts['translated']> {
  const translations = db
    .selectFrom('translations')
    .innerJoin('matters', 'matters.id', 'translations.matterId')
    .select(['translations.id', 'matters.number'])
    .where('translations.entryId', 'is', null)
    .where('translations.language', '=', 'en')
  const shown = await translations
    .where('matters.language', '=', 'ur')
    .where('translations.shownAt', 'is not', null)
    .executeTakeFirstOrThrow()
  const waiting = await translations.where('translations.shownAt', 'is', null).executeTakeFirstOrThrow()
  return { ...shown, offered: waiting.id }
}

async function storiesOf(db: Db) {
  const one = async (where: ReturnType<typeof sql<boolean>>) => {
    const { rows } = await sql<{ number: number }>`
      select matters.number
      from matters
      join submissions on submissions.id = matters.id
      left join custody on custody.matter_id = matters.id and custody.decided_at is null
      left join bodies on bodies.id = custody.body_id
      left join submission_authors on submission_authors.submission_id = matters.id
      left join people on people.id = submission_authors.person_id
      where ${where}
      order by matters.number
      limit 1`.execute(db)
    return Number(rows[0]?.number ?? 2001)
  }
  const now = sql`timestamptz '2026-11-22T12:00:00Z'`
  return {
    overdue: await one(sql`custody.due_at < ${now} and visibility = 'public'`),
    answered: await one(sql`closing_outcome = 'answered'`),
    refused: await one(sql`closing_outcome = 'refused'`),
    merged: await one(sql`closing_outcome = 'merged'`),
    reviewed: await one(sql`exists (select 1 from reviews where matter_id = matters.id)`),
    held: await one(sql`visibility = 'held'`),
    inUrdu: await one(sql`matters.language = 'ur' and visibility = 'public'`),
    open: await one(sql`bodies.slug = 'housing' and visibility = 'public'`),
    ofNasreen: await one(sql`people.email like 'nasreen@%' and closed_at is null`),
    toJudge: await toJudge(db),
  }
}

/** An answer of more than two weeks ago that its author has not judged. */
async function toJudge(db: Db): Promise<Facts['toJudge']> {
  const { rows } = await sql<{ number: number; email: string }>`
    select matters.number, people.email
    from matters
    join submission_authors on submission_authors.submission_id = matters.id
    join people on people.id = submission_authors.person_id
    where
      closing_outcome in ('answered', 'accepted', 'refused')
      and people.demo_line is not null
      and closed_at < '2026-11-01'
      and not exists (select 1 from entries where matter_id = matters.id and kind = 'matter.judged')
    order by closed_at desc
    limit 1`.execute(db)
  const [row] = rows
  return { number: Number(row?.number ?? 2001), handle: row?.email.split('@')[0] ?? 'nasreen' }
}

async function casesOf(db: Db) {
  const cases = await db
    .selectFrom('moderationCases')
    .select(['id', 'decidedAt'])
    .orderBy('openedAt', 'desc')
    .execute()
  const pending = await db
    .selectFrom('pendingDecisions')
    .innerJoin('custody', 'custody.id', 'pendingDecisions.custodyId')
    .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
    .select('bodies.slug')
    .executeTakeFirst()
  return {
    openCase: cases.find(({ decidedAt }) => decidedAt === null)?.id ?? '',
    closedCase: cases.find(({ decidedAt }) => decidedAt !== null)?.id ?? '',
    pendingDesk: pending?.slug ?? 'executive',
  }
}

async function tokenIn(db: Db, place: string, to: string): Promise<string> {
  const letters = await db
    .selectFrom('lettersOut')
    .select('text')
    .where('toAddress', '=', to)
    .orderBy('madeAt', 'desc')
    .execute()
  const pattern = new RegExp(`/${place}/([A-Za-z0-9_.-]{20,})`)
  for (const { text } of letters) {
    const token = pattern.exec(text)?.[1]
    if (token) return token
  }
  return 'none'
}
