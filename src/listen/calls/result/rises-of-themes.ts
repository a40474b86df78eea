import { sql } from 'kysely'
import { counted } from './counted-answers.ts'

/** The answers that count, and the themes they rise into. `counted` begins with "with"; what is recursive must say so at the beginning of all. */
export function countedAndRises(callId: string) {
  return sql`with recursive ${rises(callId)}, counted_ids as materialized (${counted(callId)} select id, number, language from counted)`
}

/** Every theme with the one it counts in besides itself: the theme it is part of, or was merged into. */
const rises = (callId: string) => sql`
  rises as (
    select call_themes.id, call_themes.id as into_id
    from call_themes
    join call_questions on call_questions.id = call_themes.question_id
    where call_questions.call_id = ${callId}
    union
    select rises.id, coalesce(call_themes.merged_into, call_themes.parent_id)
    from rises
    join call_themes on call_themes.id = rises.into_id
    where coalesce(call_themes.merged_into, call_themes.parent_id) is not null
  )`
