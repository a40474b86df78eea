import { z } from 'zod'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { lineOf, orNothing } from '#core/input/text.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { changeUnit, openUnit, type TreeRefusal, type UnitDetails } from './change-tree.ts'
import { m } from './messages.ts'
import { UnitFormPage } from './pages/unit-form-page.tsx'
import { mayLookAfter } from './policy.ts'
import { findUnit, type UnitInTree } from './queries.ts'
import { slug, slugOf } from './slug-of.ts'
import { UNIT_KINDS } from './unit-kinds.ts'

const detailsInput = z.object({
  name: lineOf(200),
  kind: z.enum(UNIT_KINDS),
  code: orNothing(z.string().trim().toUpperCase().max(40)),
  own: orNothing(z.literal('yes')),
  below: orNothing(slug),
})

const unitInput = detailsInput.extend({ slug: orNothing(slug) })

type Problems = ReturnType<typeof problemsOf>

/** The form for a new unit: `?below=north-east`. */
export async function showNewUnit(x: Exchange): Promise<Answer> {
  const parent = await findUnit(x.db, typeof x.query.below === 'string' ? x.query.below : '')
  if (parent && mayLookAfter(x.viewer, parent) !== 'allowed') return notYours(x)
  const typed = { below: parent?.slug ?? '' }
  return show(x, { html: () => formPage(x, { unit: null, typed, problems: [] }), json: () => ({}) })
}

/** Opens a unit below one that the opener looks after. */
export async function createUnit(x: Exchange): Promise<Answer> {
  const input = unitInput.safeParse(x.form)
  if (!input.success) return again(x, null, problemsOf(input.error, x.t))
  const parent = await findUnit(x.db, input.data.below ?? '')
  if (!parent) return again(x, null, [{ field: 'below', message: x.t(m.noSuchParent) }])
  if (mayLookAfter(x.viewer, parent) !== 'allowed') return notYours(x)
  const made = input.data.slug ?? slugOf(input.data.name)
  if (!slug.safeParse(made).success) return again(x, null, [{ field: 'slug', message: x.t(m.slugNeeded) }])
  const change = { slug: made, details: detailsFrom(input.data), by: x.viewer.person?.name }
  return answer(x, null, await openUnit(x.db, { change, once: onceOf(x, change) }))
}

/** The form for what can be said of a unit anew. */
export async function showUnitDetails(x: Exchange): Promise<Answer> {
  const unit = await findUnit(x.db, x.params.slug ?? '')
  if (!unit) return problem(404, 'not-found', x.t(m.noSuchUnit))
  if (mayLookAfter(x.viewer, unit) !== 'allowed') return notYours(x)
  const parent = await parentOf(x, unit)
  const typed = { ...unit, own: unit.controlsOwnData ? 'yes' : '', below: parent ?? '' }
  return show(x, { html: () => formPage(x, { unit, typed, problems: [] }), json: () => ({}) })
}

/** Renames a unit, or hangs it elsewhere; both places must be the changer's. */
export async function createUnitDetails(x: Exchange): Promise<Answer> {
  const unit = await findUnit(x.db, x.params.slug ?? '')
  if (!unit) return problem(404, 'not-found', x.t(m.noSuchUnit))
  if (mayLookAfter(x.viewer, unit) !== 'allowed') return notYours(x)
  const input = detailsInput.safeParse(x.form)
  if (!input.success) return again(x, unit, problemsOf(input.error, x.t))
  const details = {
    ...detailsFrom(input.data),
    below: unit.parentId === null ? null : (input.data.below ?? ''),
  }
  const parent = details.below === null ? null : await findUnit(x.db, details.below)
  if (parent && parent.id !== unit.parentId && mayLookAfter(x.viewer, parent) !== 'allowed')
    return notYours(x)
  const change = { slug: unit.slug, details, by: x.viewer.person?.name }
  return answer(x, unit, await changeUnit(x.db, { change, once: onceOf(x, change) }))
}

function detailsFrom({ name, kind, code, own, below }: z.infer<typeof detailsInput>): UnitDetails {
  return { name, kind, code: code ?? null, controlsOwnData: own === 'yes', below: below ?? null }
}

const onceOf = (x: Exchange, request: unknown) => ({
  key: x.onceKey,
  asker: x.viewer.person?.id ?? '',
  request,
  now: x.now,
})

async function parentOf(x: Exchange, { parentId }: UnitInTree): Promise<string | undefined> {
  if (parentId === null) return undefined
  const units = x.db.selectFrom('units').select('slug')
  return (await units.where('id', '=', parentId).executeTakeFirst())?.slug
}

const REFUSALS = {
  'slug-taken': { field: 'slug', message: m.slugTaken },
  'code-taken': { field: 'code', message: m.codeTaken },
  'no-such-parent': { field: 'below', message: m.noSuchParent },
  'below-itself': { field: 'below', message: m.belowItself },
} as const satisfies Record<TreeRefusal, unknown>

function answer(x: Exchange, unit: UnitInTree | null, outcome: Awaited<ReturnType<typeof openUnit>>): Answer {
  if (!outcome.ok) return keyReused(x)
  const { result } = outcome
  if (!result.ok) {
    const { field, message } = REFUSALS[result.why]
    return again(x, unit, [{ field, message: x.t(message) }])
  }
  const status = result.change === 'opened' ? 201 : 200
  return done(x, { to: `/units/${result.slug}`, status, json: () => ({ slug: result.slug }) })
}

function notYours(x: Exchange): Answer {
  return problem(403, 'unit.not-yours', x.t(m.notYours))
}

function again(x: Exchange, unit: UnitInTree | null, problems: Problems): Answer {
  return invalidForm(x, {
    id: 'unit.invalid',
    problems,
    html: () => formPage(x, { unit, typed: x.form, problems }),
  })
}

interface Form {
  unit: UnitInTree | null
  typed: Readonly<Record<string, unknown>>
  problems: Problems
}

function formPage(x: Exchange, { unit, typed, problems }: Form): string {
  return x.page({
    title: x.t(unit ? m.changeUnit : m.newUnit),
    crumbs: [
      { label: x.t(m.units), href: '/units' },
      ...(unit ? [{ label: unit.name, href: `/units/${unit.slug}` }] : []),
    ],
    section: 'units',
    isUnlisted: true,
    children: UnitFormPage({
      t: x.t,
      unit,
      typed,
      problems,
      once: typeof x.form.once === 'string' ? x.form.once : unorderedId(),
    }),
  })
}
