import { type Answer, type FieldProblem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import type { Together } from '#ground/matters/decide-together.ts'
import { inHandOf } from '#ground/matters/in-hand-of.ts'
import { REFUSALS } from '#ground/matters/refusals.ts'
import { deskPageMessages as m } from './desk-messages.ts'
import { BulkPage } from './pages/bulk-page.tsx'
import { type Body, bodiesToOffer } from './queries.ts'

export interface Bulk {
  body: Body
  numbers: number[]
  problems: FieldProblem[]
  /** How many of those chosen were recorded just now. */
  recorded?: number
}

/** The chosen matters with the form that decides about them. */
export async function chosenPage(x: Exchange, bulk: Bulk): Promise<Answer> {
  const html = await bulkPage(x, bulk)
  return show(x, { html: () => html, json: () => ({ matter: bulk.numbers }) })
}

export async function bulkPage(x: Exchange, { body, numbers, problems, recorded }: Bulk): Promise<string> {
  const [matters, others] = await Promise.all([
    inHandOf(x.db, body.id, numbers),
    bodiesToOffer(x.db, { now: x.now, except: body.id }),
  ])
  return x.page({
    title: x.t(m.bulkTitle),
    crumbs: [{ label: x.t(m.deskOf, { body: body.name }), href: `/bodies/${body.slug}/desk` }],
    section: 'desk',
    isUnlisted: true,
    children: BulkPage({
      t: x.t,
      now: x.now,
      body,
      matters,
      problems,
      recorded,
      typed: x.form,
      others,
      // A second try after some were left out is another request.
      once: typeof x.form.once === 'string' && recorded === undefined ? x.form.once : unorderedId(),
    }),
  })
}

/** A sentence for each that was left out. */
export function leftOut(x: Exchange, left: Together['left']): FieldProblem[] {
  return left.map(({ number, why }) => ({
    field: `matter-${number}`,
    message:
      why === 'already-decided'
        ? x.t(m.bulkGone, { number })
        : x.t(m.bulkNot, { number, why: x.t(REFUSALS[why].message) }),
  }))
}
