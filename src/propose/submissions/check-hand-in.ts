import type { FieldProblem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { problemsOf } from '#core/input/problems.ts'
import { type Body, findBodyWithOthers, frontDesk } from '#ground/bodies/queries.ts'
import { unitsSpokenFor } from '#ground/grants/units-spoken-for.ts'
import { type HandInInput, handInInput } from './input.ts'
import { m } from './messages.ts'

export interface Checked {
  input: HandInInput
  body: Body
  onBehalfOf: { id: string; name: string } | null
}

export type Check = ({ ok: true } & Checked) | { ok: false; problems: FieldProblem[] }

/** What was typed, against the schema, the open bodies and the units the viewer may speak for. */
export async function checkHandIn(x: Exchange): Promise<Check> {
  const read = handInInput.safeParse(x.form)
  if (!read.success) return { ok: false, problems: problemsOf(read.error, x.t) }
  const input = read.data
  const problems: FieldProblem[] = []
  const body = await bodyFor(x, input.to)
  if (!body) problems.push({ field: 'to', message: x.t(m.bodyUnknown) })
  const speaksFor = await unitsSpokenFor(x.db, x.viewer)
  const onBehalfOf = speaksFor.find((unit) => unit.slug === input.on_behalf_of) ?? null
  if (input.on_behalf_of && !onBehalfOf)
    problems.push({ field: 'on_behalf_of', message: x.t(m.notYoursToSpeakFor) })
  if (!body || problems.length > 0) return { ok: false, problems }
  return { ok: true, input, body, onBehalfOf }
}

async function bodyFor(x: Exchange, slug: string | undefined): Promise<Body | null> {
  return slug === undefined || slug === 'whoever-should'
    ? frontDesk(x.db, x.now)
    : findBodyWithOthers(x.db, { slug, now: x.now })
}
