import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'

/** One of two answers, as whoever decides reads it. */
export interface Twin {
  id: string
  number: number
  route: string
  language: string
  givenAt: Date
  /** Null where they are not for whoever asks. */
  words: string | null
  helperId: string | null
}

export interface TwinPair {
  earlier: Twin
  later: Twin
  likeness: number
}

const MOST_SHOWN = 20

/** Pairs that wait, the likeliest first; of a helper those of which they brought in one. */
export async function waitingTwins(
  db: Db,
  callId: string,
  helperId: string | null = null,
): Promise<TwinPair[]> {
  const isTheirs = sql`exists (
    select from intake_entries where answer_id in (earlier.id, later.id) and helper_id = ${helperId}
  )`
  const { rows } = await sql<{ earlier: TwinJson; later: TwinJson; likeness: number }>`
    select likeness, ${twinOf('earlier')} as earlier, ${twinOf('later')} as later
    from answer_twins twins
    join answers earlier on earlier.id = twins.earlier_id
    join answers later on later.id = twins.later_id
    join matters earlier_matter on earlier_matter.id = earlier.id
    join matters later_matter on later_matter.id = later.id
    where earlier.call_id = ${callId} and twins.decided is null
      and earlier.withdrawn_at is null and later.withdrawn_at is null
      and earlier_matter.visibility = 'public' and later_matter.visibility = 'public'
      and ${helperId === null ? sql`true` : isTheirs}
    order by likeness desc, later_matter.number
    limit ${sql.lit(MOST_SHOWN)}`.execute(db)
  return rows.map(({ likeness, earlier, later }) => ({
    likeness,
    earlier: twinIn(earlier),
    later: twinIn(later),
  }))
}

type TwinJson = Omit<Twin, 'givenAt'> & { givenAt: string }

const twinIn = ({ givenAt, ...twin }: TwinJson): Twin => ({ ...twin, givenAt: new Date(givenAt) })

function twinOf(side: 'earlier' | 'later') {
  const answer = sql.ref(side)
  const matter = sql.ref(`${side}_matter`)
  return sql`json_build_object(
    'id', ${answer}.id, 'number', ${matter}.number, 'route', ${matter}.route, 'language', ${matter}.language,
    'givenAt', ${answer}.given_at,
    'helperId', (select helper_id from intake_entries where answer_id = ${answer}.id),
    'words', coalesce((select string_agg(words, E'\n\n') from answer_words where answer_id = ${answer}.id), '')
  )`
}

export interface TwinCounts {
  waiting: number
  joined: number
  apart: number
}

export async function twinCounts(db: Db, callId: string): Promise<TwinCounts> {
  const { rows } = await sql<TwinCounts>`
    select
      count(*) filter (where decided is null)::int as waiting,
      count(*) filter (where decided = 'joined')::int as joined,
      count(*) filter (where decided = 'apart')::int as apart
    from answer_twins
    join answers on answers.id = answer_twins.later_id
    where answers.call_id = ${callId}`.execute(db)
  return rows[0] ?? { waiting: 0, joined: 0, apart: 0 }
}
