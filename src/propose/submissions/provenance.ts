import { z } from 'zod'
import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isoSecond } from '#core/time/days.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { stepMessages } from '#ground/matters/step-messages.ts'
import { type Walked, walkProvenance } from '#ground/matters/walk-provenance.ts'
import { findVisibleSubmission } from './find-submission.ts'
import { m } from './messages.ts'
import { ProvenancePage } from './pages/provenance-page.tsx'

const walked = z.object({
  number: z.number(),
  url: z.string(),
  kind: z.string(),
  title: z.string().nullable(),
  relation: z.string(),
  steps_away: z.number(),
  linked_at: z.string(),
})

export const provenanceJson = z.object({
  number: z.number(),
  came_from: z.array(walked),
  led_to: z.array(walked),
  /** False where more is linked than was walked. */
  whole: z.boolean(),
})

/** What a submission came from and what came of it, six steps either way. */
export async function showProvenance(x: Exchange): Promise<Answer> {
  const submission = await findVisibleSubmission(x.db, x.viewer, x.params.number)
  if (!submission) return problem(404, 'not-found', x.t(m.noSuchSubmission))
  const walk = await walkProvenance(x.db, submission.id)
  const title = submission.title ?? x.t(m.untitled)
  return show(x, {
    html: () =>
      x.page({
        title: x.t(stepMessages.cameFromAndLedTo),
        crumbs: [
          { label: x.t(m.submissions), href: '/submissions' },
          { label: title, href: `/submissions/${submission.number}` },
        ],
        section: 'submissions',
        children: ProvenancePage({ t: x.t, submission, walk }),
      }),
    json: (): z.infer<typeof provenanceJson> => ({
      number: submission.number,
      came_from: walk.cameFrom.map((one) => asJson(x, one)),
      led_to: walk.ledTo.map((one) => asJson(x, one)),
      whole: walk.isWhole,
    }),
    cache: 'public',
  })
}

function asJson(x: Exchange, one: Walked): z.infer<typeof walked> {
  const { number, kind, title, relation, stepsAway, madeAt } = one
  return {
    number,
    url: `${x.house.baseUrl}${pathTo(one)}`,
    kind,
    title,
    relation,
    steps_away: stepsAway,
    linked_at: isoSecond(madeAt),
  }
}
