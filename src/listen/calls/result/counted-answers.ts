import { type RawBuilder, sql } from 'kysely'

/** What is published of each, from the least to the most; a place in this list is a level. */
const LEVELS = ['nothing', 'counts', 'quotations', 'words', 'names'] as const

/** How much of `answers.id` its author agreed to have published: the widest version they said yes to. */
export const levelOf = sql<number>`(
  select coalesce(max(array_position(${sql.lit(`{${LEVELS.join(',')}}`)}::text[], notice_versions.publishes)), 1)
  from notice_agreements
  join notice_versions
    on notice_versions.notice_id = notice_agreements.notice_id and notice_versions.version = notice_agreements.version
  where notice_agreements.matter_id = answers.id
)`

export function levelNamed(name: (typeof LEVELS)[number]): number {
  return LEVELS.indexOf(name) + 1
}

/** True for the later of two answers that were joined as one. */
export const isJoined = sql<boolean>`exists (
  select from answer_twins where answer_twins.later_id = answers.id and answer_twins.decided = 'joined'
)`

/**
 * The answers that figures are about, as `counted`: shown to everybody, not withdrawn, twins once, of people who agreed to
 * be counted. Begins a query: `${counted(callId)} select …`.
 */
export function counted(callId: string): RawBuilder<unknown> {
  return sql`
    with counted as materialized (
      select
        answers.id, answers.standing, answers.unit_id, answers.is_from_office_holder, answers.authorship, answers.given_at,
        matters.number, matters.route, matters.language
      from answers
      join matters on matters.id = answers.id
      where answers.call_id = ${callId}
        and answers.withdrawn_at is null
        and matters.visibility = 'public'
        and not ${isJoined}
        and ${levelOf} >= ${levelNamed('counts')}
    )`
}
