import { type Answer, problem } from '#core/http/answer.ts'
import { atomFeed } from '#core/http/atom.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { storyOf } from '#ground/matters/story-of.ts'
import { entryGloss } from '#ground/record/entry-types.ts'
import { findVisibleSubmission } from './find-submission.ts'
import { m } from './messages.ts'

/** The steps of one story as a feed, newest first. */
export async function sendStoryFeed(x: Exchange): Promise<Answer> {
  const submission = await findVisibleSubmission(x.db, x.viewer, x.params.number)
  if (!submission) return problem(404, 'not-found', x.t(m.noSuchSubmission))
  const steps = (await storyOf(x.db, submission.id)).toReversed()
  const link = `${x.house.baseUrl}/submissions/${submission.number}`
  return atomFeed({
    id: `${link}.atom`,
    title: submission.title ?? x.t(m.untitled),
    link,
    updated: steps[0]?.at ?? submission.openedAt,
    entries: steps.map(({ entryId, kind, at, words }) => ({
      id: `${link}#entry-${entryId}`,
      title: x.t(entryGloss(kind)),
      link: `${link}#entry-${entryId}`,
      updated: at,
      summary: typeof words?.reason === 'string' ? words.reason : '',
    })),
  })
}
