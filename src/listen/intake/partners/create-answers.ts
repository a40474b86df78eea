import { z } from 'zod'
import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { findVisibleCall } from '../../calls/index.ts'
import { bringAnswers, type ReadRow } from './bring-answers.ts'
import { partnerMessages as m } from './messages.ts'
import { type ReadingRows, type RowProblem, readPartnerRow } from './partner-row.ts'
import { readRows } from './read-rows.ts'

const LANGUAGE = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/

export const broughtBody = z.object({
  unit: z.string().optional(),
  partial: z.boolean().optional(),
  language: z.string().optional(),
  answers: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.array(z.number())]))),
})

export const broughtJson = z.object({
  set: z.string().nullable(),
  taken: z.number(),
  known: z.number(),
  refused: z.number(),
  answers: z.array(z.object({ id: z.string(), number: z.number() })),
  problems: z.array(z.object({ line: z.number(), column: z.string(), message: z.string() })),
})

/** Answers that a partner gathered: all of them, or with `partial` those that are right. */
export async function createAnswers(x: Exchange): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(m.noSuchCall))
  const said = { ...x.query, ...x.form }
  const unit = await partnerUnit(x, said.unit)
  const by = x.viewer.person
  if (!unit || !by) return problem(403, 'partner.no-unit', x.t(m.notAPartner))
  const read = await readRows(x)
  if (!read.ok) return problem(422, 'partner.unreadable', read.message)
  const language =
    typeof said.language === 'string' && LANGUAGE.test(said.language) ? said.language : call.language
  const checked = checkRows(read, { call, unit, language, places: await placesBySlug(x), t: x.t })
  const isPartial = [true, 'true', 'yes', '1'].includes(said.partial as string | true)
  const brought = await bringAnswers(x.db, {
    ...checked,
    call,
    unit,
    by: by.id,
    isPartial,
    t: x.t,
    now: x.now,
  })
  if (brought.set === null) {
    const fields = brought.problems.map(({ line, column, message }) => ({
      field: `${line}:${column}`,
      message,
    }))
    const title = x.t(m.rowsWrong, { count: fields.length })
    return { kind: 'problem', problem: { status: 422, id: 'partner.rows-wrong', title, fields } }
  }
  return { kind: 'json', status: 200, body: brought satisfies z.infer<typeof broughtJson> }
}

function checkRows(
  { rows, problems }: { rows: Parameters<typeof readPartnerRow>[0][]; problems: RowProblem[] },
  reading: ReadingRows,
): { rows: ReadRow[]; problems: RowProblem[] } {
  const good: ReadRow[] = []
  const wrong = [...problems]
  for (const row of rows) {
    const one = readPartnerRow(row, reading)
    if ('problems' in one) wrong.push(...one.problems)
    else good.push({ line: row.line, ...one })
  }
  return { rows: good, problems: wrong }
}

/** The unit whose partner asks: the one named, or the only one there is. */
async function partnerUnit(x: Exchange, named: unknown): Promise<{ id: string } | null> {
  const ids = [
    ...new Set(x.viewer.grants.filter(({ role }) => role === 'partner').map(({ unitId }) => unitId)),
  ]
  if (ids.length === 0) return null
  const units = await x.db.selectFrom('units').select(['id', 'slug']).where('id', 'in', ids).execute()
  if (typeof named === 'string') return units.find(({ slug }) => slug === named) ?? null
  return units.length === 1 ? (units[0] ?? null) : null
}

async function placesBySlug({ db }: Exchange): Promise<Map<string, string>> {
  const units = await db.selectFrom('units').select(['id', 'slug']).execute()
  return new Map(units.map(({ id, slug }) => [slug, id]))
}
