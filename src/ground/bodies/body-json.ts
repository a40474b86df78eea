import { z } from 'zod'
import type { Exchange } from '#core/http/exchange.ts'
import { isoSecond } from '#core/time/days.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import type { Queued } from '#ground/matters/queue-of.ts'
import { daysOver } from '#ground/matters/rules.ts'
import type { FactsOfBody } from './facts-of-body.ts'

const queuedJson = z.object({
  number: z.number(),
  url: z.string(),
  kind: z.string(),
  title: z.string().nullable(),
  handed_in_at: z.string(),
  received_at: z.string(),
  due_at: z.string(),
  overdue: z.boolean(),
  days_over: z.number(),
})

/** What the API answers for a body. Figures count the last twelve months; the page says how each is computed. */
export const bodyJson = z.object({
  slug: z.string(),
  url: z.string(),
  name: z.string(),
  kind: z.string(),
  unit: z.string(),
  about: z.string(),
  front_desk: z.boolean(),
  closed_on: z.string().nullable(),
  reviewed_by: z.string().nullable(),
  promise_days: z.number(),
  promises: z.array(z.object({ days: z.number(), from: z.string() })),
  members: z.array(
    z.object({ name: z.string(), seat: z.string(), from: z.string(), until: z.string().nullable() }),
  ),
  clerks: z.array(z.object({ name: z.string(), until: z.string() })),
  open: z.number(),
  overdue: z.number(),
  figures: z.object({
    since: z.string(),
    counted: z.number(),
    kept: z.number(),
    kept_share: z.number().nullable(),
    median_days: z.number().nullable(),
    worst: z.object({ days: z.number(), number: z.number(), open: z.boolean() }).nullable(),
    deferrals: z.number(),
    outcomes: z.record(z.string(), z.number()),
    verdicts: z.object({ yes: z.number(), partly: z.number(), no: z.number() }),
  }),
  queue: z.array(queuedJson),
})

export function bodyAsJson(x: Exchange, facts: FactsOfBody): z.infer<typeof bodyJson> {
  const { body, people, promises, counts, queue } = facts
  return {
    slug: body.slug,
    url: `${x.house.baseUrl}/bodies/${body.slug}`,
    name: body.name,
    kind: body.kind,
    unit: body.unitName,
    about: body.about,
    front_desk: body.isFrontDesk,
    closed_on: facts.closedOn,
    reviewed_by: facts.reviewer?.slug ?? null,
    promise_days: body.promiseDays,
    promises: promises.map(({ days, fromAt }) => ({ days, from: isoSecond(fromAt) })),
    members: people.members.map(({ name, seat, fromOn, toOn }) => ({
      name,
      seat,
      from: fromOn,
      until: toOn,
    })),
    clerks: people.clerks.map(({ name, toOn }) => ({ name, until: toOn })),
    open: counts.all,
    overdue: counts.overdue,
    figures: figuresAsJson(facts),
    queue: queue.map((matter) => queuedAsJson(x, matter)),
  }
}

function figuresAsJson({ figures }: FactsOfBody): z.infer<typeof bodyJson>['figures'] {
  const { since, counted, kept, medianDays, longest, deferrals, outcomes, verdicts } = figures
  return {
    since: isoSecond(since),
    counted,
    kept,
    kept_share: counted === 0 ? null : kept / counted,
    median_days: medianDays,
    worst: longest && { days: longest.days, number: longest.number, open: longest.isOpen },
    deferrals,
    outcomes: Object.fromEntries(outcomes.map(({ outcome, count }) => [outcome, count])),
    verdicts,
  }
}

function queuedAsJson(x: Exchange, matter: Queued): z.infer<typeof queuedJson> {
  const { custody } = matter
  return {
    number: matter.number,
    url: `${x.house.baseUrl}${pathTo(matter)}`,
    kind: matter.kind,
    title: matter.title,
    handed_in_at: isoSecond(matter.openedAt),
    received_at: isoSecond(custody.receivedAt),
    due_at: isoSecond(custody.dueAt),
    overdue: custody.dueAt < x.now,
    days_over: daysOver(custody.dueAt, x.now),
  }
}
