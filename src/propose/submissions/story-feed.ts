import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { stepsFeed } from '#ground/matters/steps-feed.ts'
import { findVisibleSubmission } from './find-submission.ts'
import { m } from './messages.ts'

/** The steps of one story as a feed, newest first. */
export async function sendStoryFeed(x: Exchange): Promise<Answer> {
  const submission = await findVisibleSubmission(x.db, x.viewer, x.params.number)
  if (!submission) return problem(404, 'not-found', x.t(m.noSuchSubmission))
  const { id, number, title, openedAt } = submission
  return stepsFeed(x, { id, path: `/submissions/${number}`, title: title ?? x.t(m.untitled), openedAt })
}
