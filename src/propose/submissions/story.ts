import { z } from 'zod'
import { NOBODY } from '#core/access/viewer.ts'
import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange, PageFrame } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import type { LiveFragment } from '#core/slice/define-slice.ts'
import { isoSecond, startOfNextMinute } from '#core/time/days.ts'
import type { OpenCustody, Step } from '#ground/matters/story-of.ts'
import { toFragment } from '#ui/page/render-page.ts'
import { DONE } from './author.ts'
import { authorFacts } from './author-facts.ts'
import { findVisibleStory, type Story } from './find-story.ts'
import type { Submission } from './find-submission.ts'
import { m } from './messages.ts'
import { StoryNow, StoryPage, type StoryPageProps } from './pages/story-page.tsx'

/** The story, like a parcel's: where it is now, since when, what is due when, and every step with its reason. */
export async function showSubmission(x: Exchange): Promise<Answer> {
  const story = await findVisibleStory(x.db, x.viewer, {
    number: x.params.number,
    language: x.language,
  })
  if (!story) return problem(404, 'not-found', x.t(m.noSuchSubmission))
  const { submission, steps, custody, authorId } = story
  const mine = await partOfAuthor(x, submission)
  const frame: PageFrame = {
    title: submission.title ?? x.t(m.untitled),
    crumbs: [{ label: x.t(m.submissions), href: '/submissions' }],
    section: 'submissions',
    liveTopic: `story:${submission.number}`,
  }
  const until = standsUntil(x.now, story)
  return show(x, {
    html: () => x.page({ ...frame, children: StoryPage({ t: x.t, now: x.now, ...story, mine }) }),
    json: () => storyAsJson(x, { submission, steps, custody }),
    cache: 'public',
    stands: until === null ? undefined : { until, frame, exceptFor: authorId },
  })
}

/** A page names the minute it was made in. Of a step that waits for its place in the record nobody tells when it has it. */
function standsUntil(now: Date, { steps, custody }: Story): Date | null {
  if (steps.some(({ leafIndex }) => leafIndex === null)) return null
  const minute = startOfNextMinute(now)
  return custody && custody.dueAt > now && custody.dueAt < minute ? custody.dueAt : minute
}

/** What only the author sees on the same page, when they are signed in. */
async function partOfAuthor(x: Exchange, submission: Submission): Promise<StoryPageProps['mine']> {
  if (submission.authorId === null || x.wants === 'json') return null
  const { done } = x.query
  return {
    facts: await authorFacts(x.db, submission, x.now),
    once: unorderedId(),
    done: typeof done === 'string' && Object.hasOwn(DONE, done) ? x.t(DONE[done as keyof typeof DONE]) : null,
  }
}

/** The live part of a story page, the same for every reader of a language. */
export async function renderStoryLive({
  db,
  now,
  t,
  key,
}: Parameters<LiveFragment>[0]): Promise<string | null> {
  const story = await findVisibleStory(db, NOBODY, { number: key, language: t.language })
  return story && toFragment(StoryNow({ t, now, ...story }))
}

const custodySchema = z.object({
  body: z.string(),
  name: z.string(),
  received_at: z.string(),
  due_at: z.string(),
  overdue: z.boolean(),
})

const stepSchema = z.object({
  entry: z.string(),
  type: z.string(),
  at: z.string(),
  body: z.string().nullable(),
  leaf_index: z.number().nullable(),
  /** The body it went to, or was asked of. */
  to_body: z.string().nullable(),
  /** The matter it was merged into, or that was merged into it. */
  other: z.number().nullable(),
  held_days: z.number().nullable(),
  days_over: z.number().nullable(),
  words: z.record(z.string(), z.unknown()).nullable(),
})

/** What the API answers for a submission. */
export const storyJson = z.object({
  number: z.number(),
  url: z.string(),
  kind: z.string(),
  title: z.string().nullable(),
  words: z.string().nullable(),
  format: z.string(),
  language: z.string(),
  language_from: z.string(),
  authorship: z.string(),
  author: z.string().nullable(),
  on_behalf_of: z.string().nullable(),
  unit: z.string(),
  route: z.string(),
  state: z.string(),
  handed_in_at: z.string(),
  closed_at: z.string().nullable(),
  custody: custodySchema.nullable(),
  story: z.array(stepSchema),
})

interface Told {
  submission: Submission
  steps: readonly Step[]
  custody: OpenCustody | null
}

export function storyAsJson(x: Exchange, { submission, steps, custody }: Told): z.infer<typeof storyJson> {
  return {
    number: submission.number,
    url: `${x.house.baseUrl}/submissions/${submission.number}`,
    kind: submission.kind,
    title: submission.title,
    words: submission.words,
    format: submission.format,
    language: submission.language,
    language_from: submission.languageFrom,
    authorship: submission.authorship,
    author: submission.authorName,
    on_behalf_of: submission.onBehalfOf,
    unit: submission.unitSlug,
    route: submission.route,
    state: stateOf(submission, custody),
    handed_in_at: isoSecond(submission.openedAt),
    closed_at: submission.closedAt && isoSecond(submission.closedAt),
    custody: custody && custodyAsJson(custody, x.now),
    story: steps.map((step) => stepAsJson(step, submission)),
  }
}

/** One word for where it is: the closing outcome, or whether its body has begun. */
export function stateOf(
  { closingOutcome }: Pick<Submission, 'closingOutcome'>,
  custody: Pick<OpenCustody, 'consideredAt'> | null,
): string {
  return closingOutcome ?? (custody?.consideredAt ? 'being-considered' : 'received')
}

function custodyAsJson(custody: OpenCustody, now: Date): z.infer<typeof custodySchema> {
  return {
    body: custody.bodySlug,
    name: custody.bodyName,
    received_at: isoSecond(custody.receivedAt),
    due_at: isoSecond(custody.dueAt),
    overdue: custody.dueAt < now,
  }
}

function stepAsJson(step: Step, submission: Submission): z.infer<typeof stepSchema> {
  // Words that wait for a person to look at them are not told by their first step either.
  const isHeld = submission.words === null && step.kind === 'submission.handed-in'
  return {
    entry: step.entryId,
    type: step.kind,
    at: isoSecond(step.at),
    body: step.bodySlug,
    leaf_index: step.leafIndex,
    to_body: step.to?.slug ?? null,
    other: step.other?.number ?? null,
    held_days: step.held?.days ?? null,
    days_over: step.held?.over ?? null,
    words: isHeld ? null : step.words,
  }
}
