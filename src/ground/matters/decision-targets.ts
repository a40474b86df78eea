import type { FieldProblem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { findBody } from '#ground/bodies/queries.ts'
import { decisionMessages as m } from './decision-messages.ts'
import type { DecisionInput } from './input.ts'

export interface Targets {
  passTo: { id: string; name: string; promiseDays: number } | null
  mergeInto: { id: string; number: number; title: string | null } | null
  problems: FieldProblem[]
}

/** The body and the matter that a decision names, and what is wrong with their names. Only what its outcome needs is looked up. */
export async function findTargets(x: Exchange, input: DecisionInput): Promise<Targets> {
  const problems: FieldProblem[] = []
  const passTo =
    input.outcome === 'passed-on' && input.pass_to ? await findBody(x.db, input.pass_to, x.now) : null
  if (input.outcome === 'passed-on' && !passTo)
    problems.push({ field: 'pass_to', message: x.t(m.bodyUnknown) })
  const mergeInto =
    input.outcome === 'merged' && input.merge_into ? await findMatter(x, input.merge_into) : null
  if (input.outcome === 'merged' && !mergeInto)
    problems.push({ field: 'merge_into', message: x.t(m.matterUnknown) })
  return { passTo, mergeInto, problems }
}

async function findMatter({ db }: Exchange, number: number): Promise<Targets['mergeInto']> {
  const row = await db
    .selectFrom('matters')
    .select(['id', 'number', 'title', 'visibility'])
    .where('number', '=', number)
    .where('visibility', 'in', ['public', 'held'])
    .executeTakeFirst()
  return row ? { ...row, title: row.visibility === 'public' ? row.title : null } : null
}
