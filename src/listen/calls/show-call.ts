import { z } from 'zod'
import { NOBODY } from '#core/access/viewer.ts'
import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import type { LiveFragment } from '#core/slice/define-slice.ts'
import { isoSecond } from '#core/time/days.ts'
import { formsPresent } from '#ground/forms/forms-of.ts'
import { stepsFeed } from '#ground/matters/steps-feed.ts'
import { openCustodyOf, storyOf } from '#ground/matters/story-of.ts'
import { toFragment } from '#ui/page/render-page.ts'
import { AUDIENCES, type Call, pathToCall, QUESTION_KINDS, stateOf } from './call.ts'
import { callToRead } from './call-in-language.ts'
import { latestCaseOf } from './case-about.ts'
import { heldOf, receivedOf } from './counts.ts'
import { findVisibleCall } from './find-call.ts'
import { m } from './messages.ts'
import { noticeOfCall } from './notice-of-call.ts'
import { CallNow } from './pages/call-now.tsx'
import { CallPage } from './pages/call-page.tsx'
import { mayKeepCall } from './policy.ts'

/** Why, who asks, who will read it, the promise, how long; what is asked, the ways to answer, and every step. */
export async function showCall(x: Exchange): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(m.noSuchCall))
  const [now, steps, custody, notice, caseId, read, forms] = await Promise.all([
    callNow(x.db, call),
    storyOf(x.db, call.id),
    openCustodyOf(x.db, call.id),
    noticeOfCall(x, call),
    latestCaseOf(x.db, call.id),
    callToRead(x.db, call, x.language),
    formsPresent(x.db, call.id),
  ])
  return show(x, {
    html: () =>
      x.page({
        title: read.call.title ?? x.t(m.untitled),
        crumbs: [{ label: x.t(m.calls), href: '/calls' }],
        section: 'calls',
        feed: { href: `${pathToCall(call.number)}.atom`, title: x.t(m.callNumber, { number: call.number }) },
        liveTopic: `call:${call.number}`,
        children: CallPage({
          t: x.t,
          now: x.now,
          ...read,
          forms,
          ...now,
          steps,
          custody,
          notice,
          caseId,
          mayKeep: mayKeepCall(x.viewer, call.body) === 'allowed',
        }),
      }),
    json: () => callAsJson(x, call, now.received),
    cache: 'public',
  })
}

async function callNow(db: Exchange['db'], call: Call) {
  const [counts, held] = await Promise.all([receivedOf(db, [call.id]), heldOf(db, call.id)])
  return { received: counts.get(call.id) ?? 0, held }
}

/** What changes under the reader's eyes: how many there are, and whether it is open. */
export async function renderCallLive({
  db,
  now,
  t,
  key,
}: Parameters<LiveFragment>[0]): Promise<string | null> {
  const call = await findVisibleCall(db, NOBODY, key)
  if (!call) return null
  return toFragment(CallNow({ t, now, call, ...(await callNow(db, call)) }))
}

/** The steps of a call as a feed, newest first. */
export async function sendCallFeed(x: Exchange): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(m.noSuchCall))
  const { id, number, title, announcedAt } = call
  return stepsFeed(x, {
    id,
    path: pathToCall(number),
    title: title ?? x.t(m.untitled),
    openedAt: announcedAt,
  })
}

const questionJson = z.object({
  place: z.number(),
  kind: z.enum(QUESTION_KINDS),
  wording: z.string(),
  help: z.string(),
  required: z.boolean(),
  most_choices: z.number(),
  options: z.array(z.object({ place: z.number(), wording: z.string() })),
})

/** What the API answers for a call. */
export const callJson = z.object({
  number: z.number(),
  url: z.string(),
  title: z.string().nullable(),
  about: z.string(),
  language: z.string(),
  body: z.string(),
  audience: z.enum(AUDIENCES),
  audience_unit: z.string().nullable(),
  state: z.enum(['coming', 'open', 'finished']),
  opens_at: z.string(),
  closes_at: z.string(),
  helpers_until: z.string(),
  promise: z.string(),
  promised_on: z.string(),
  notice: z.string(),
  notice_version: z.number(),
  received: z.number(),
  questions: z.array(questionJson),
})

function callAsJson(x: Exchange, call: Call, received: number): z.infer<typeof callJson> {
  return {
    number: call.number,
    url: `${x.house.baseUrl}${pathToCall(call.number)}`,
    title: call.title,
    about: call.about,
    language: call.language,
    body: call.body.slug,
    audience: call.audience,
    audience_unit: call.audienceUnit?.slug ?? null,
    state: stateOf(call, x.now),
    opens_at: isoSecond(call.opensAt),
    closes_at: isoSecond(call.closesAt),
    helpers_until: isoSecond(call.helpersUntil),
    promise: call.promise,
    promised_on: call.promisedOn,
    notice: call.notice.slug,
    notice_version: call.notice.version,
    received,
    questions: call.questions.map(({ place, kind, wording, help, isRequired, mostChoices, options }) => ({
      place,
      kind,
      wording,
      help,
      required: isRequired,
      most_choices: mostChoices,
      options: options.map((option) => ({ place: option.place, wording: option.wording })),
    })),
  }
}
