import type { FieldProblem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { type Body, bodiesNamed, findBody } from '#ground/bodies/queries.ts'
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
  const named =
    input.outcome === 'passed-on' && input.pass_to ? await bodiesMeant(x, input.pass_to.trim()) : []
  const passTo = (named.length === 1 && named[0]) || null
  if (input.outcome === 'passed-on' && !passTo)
    problems.push({ field: 'pass_to', message: notOneBody(x, named) })
  const mergeInto =
    input.outcome === 'merged' && input.merge_into ? await findMatter(x, input.merge_into) : null
  if (input.outcome === 'merged' && !mergeInto)
    problems.push({ field: 'merge_into', message: x.t(m.matterUnknown) })
  return { passTo, mergeInto, problems }
}

/** The address of a page decides; a name may be borne by several. */
async function bodiesMeant(x: Exchange, words: string): Promise<Body[]> {
  const addressed = await findBody(x.db, words, x.now)
  return addressed ? [addressed] : bodiesNamed(x.db, words, x.now)
}

function notOneBody({ t }: Exchange, named: readonly Body[]): string {
  if (named.length === 0) return t(m.bodyUnknown)
  return t(m.bodyNotClear, { bodies: named.map(({ slug }) => slug).join(', ') })
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
