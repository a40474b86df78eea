import { z } from 'zod'
import type { Exchange } from '#core/http/exchange.ts'
import { isoSecond } from '#core/time/days.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import type { BodyOfUnit } from './bodies-of.ts'
import type { FactsOfUnit } from './facts-of-unit.ts'
import type { FoundUnit } from './find-units.ts'
import type { LatestMatter } from './latest-matters.ts'
import type { UnitLink } from './queries.ts'

const listedJson = z.object({
  slug: z.string(),
  url: z.string(),
  name: z.string(),
  kind: z.string(),
  code: z.string().nullable(),
  units_below: z.number(),
})

/** What the API answers for a list of units, by name; `next` is the cursor for `?after=`. */
export const unitsJson = z.object({ units: z.array(listedJson), next: z.string().nullable() })

const linkJson = z.object({ slug: z.string(), name: z.string() })

const bodyOfUnitJson = z.object({
  slug: z.string(),
  url: z.string(),
  name: z.string(),
  promise_days: z.number(),
  open: z.number(),
  overdue: z.number(),
})

/** What the API answers for one unit. */
export const unitJson = z.object({
  slug: z.string(),
  url: z.string(),
  name: z.string(),
  kind: z.string(),
  code: z.string().nullable(),
  controls_own_data: z.boolean(),
  closed_on: z.string().nullable(),
  above: z.array(linkJson),
  below: z.record(z.string(), z.number()),
  children: z.array(listedJson),
  next: z.string().nullable(),
  bodies: z.array(bodyOfUnitJson),
  nearest_bodies: z.object({ unit: linkJson, bodies: z.array(bodyOfUnitJson) }).nullable(),
  roles: z.array(
    z.object({
      name: z.string(),
      role: z.string(),
      body: z.string().nullable(),
      and_below: z.boolean(),
      purpose: z.string(),
      from: z.string(),
      until: z.string(),
    }),
  ),
  latest: z.array(
    z.object({
      number: z.number(),
      url: z.string(),
      kind: z.string(),
      title: z.string().nullable(),
      language: z.string(),
      unit: z.string(),
      handed_in_at: z.string(),
      outcome: z.string().nullable(),
      due_at: z.string().nullable(),
    }),
  ),
})

export function listedAsJson(x: Exchange, unit: FoundUnit): z.infer<typeof listedJson> {
  const { slug, name, kind, code, unitsBelow } = unit
  return { slug, url: `${x.house.baseUrl}/units/${slug}`, name, kind, code, units_below: unitsBelow }
}

export function unitAsJson(x: Exchange, facts: FactsOfUnit): z.infer<typeof unitJson> {
  const { unit, above, below, children, bodies, nearest, roles, latest } = facts
  return {
    slug: unit.slug,
    url: `${x.house.baseUrl}/units/${unit.slug}`,
    name: unit.name,
    kind: unit.kind,
    code: unit.code,
    controls_own_data: unit.controlsOwnData,
    closed_on: unit.closedOn,
    above: above.map(linkAsJson),
    below: Object.fromEntries(below.map(({ kind, count }) => [kind, count])),
    children: children.units.map((child) => listedAsJson(x, child)),
    next: children.next,
    bodies: bodies.map((body) => bodyAsJson(x, body)),
    nearest_bodies: nearest && {
      unit: linkAsJson(nearest.unit),
      bodies: nearest.bodies.map((body) => bodyAsJson(x, body)),
    },
    roles: roles.map(({ name, role, bodyName, isDownTheTree, purpose, fromOn, toOn }) => ({
      name,
      role,
      body: bodyName,
      and_below: isDownTheTree,
      purpose,
      from: fromOn,
      until: toOn,
    })),
    latest: latest.map((matter) => matterAsJson(x, matter)),
  }
}

const linkAsJson = ({ slug, name }: UnitLink) => ({ slug, name })

function bodyAsJson(x: Exchange, { slug, name, promiseDays, open, overdue }: BodyOfUnit) {
  return { slug, url: `${x.house.baseUrl}/bodies/${slug}`, name, promise_days: promiseDays, open, overdue }
}

function matterAsJson(x: Exchange, matter: LatestMatter) {
  return {
    number: matter.number,
    url: `${x.house.baseUrl}${pathTo(matter)}`,
    kind: matter.kind,
    title: matter.title,
    language: matter.language,
    unit: matter.unitName,
    handed_in_at: isoSecond(matter.openedAt),
    outcome: matter.closingOutcome,
    due_at: matter.dueAt && isoSecond(matter.dueAt),
  }
}
