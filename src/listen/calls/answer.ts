import { z } from 'zod'
import { type Answer, done, type FieldProblem, invalid, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { isUnguessable } from '#core/ids/once-key.ts'
import { unitsSpokenFor } from '#ground/grants/units-spoken-for.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { promiseText } from '#ground/record/promise-text.ts'
import { receiptCookie } from '#ground/record/receipt-cookie.ts'
import { unitsToOffer } from '#ground/units/queries.ts'
import { type Call, pathToAnswer, pathToCall, stateOf } from './call.ts'
import { callToRead } from './call-in-language.ts'
import { checkAnswerForm, fieldProblem } from './check-answer-form.ts'
import { findVisibleCall } from './find-call.ts'
import { m } from './messages.ts'
import type { NewAnswer, TakeInOutcome } from './new-answer.ts'
import { AnswerFormPage } from './pages/answer-form-page.tsx'
import { AnswerPreviewPage } from './pages/answer-preview-page.tsx'
import { mayAnswer } from './policy.ts'
import { noticeOf } from './show-call.ts'
import { takeInAnswer } from './take-in-answer.ts'

export const answerTaken = z.object({
  number: z.number(),
  url: z.string(),
  receipt: z.object({
    number: z.number(),
    key: z.string().optional(),
    promise: z.string(),
    proof_url: z.string(),
  }),
})

/** The form: the promise and the notice stand before its first box. */
export async function showAnswerForm(x: Exchange): Promise<Answer> {
  return withOpenCall(x, async (call) => {
    const html = await formPage(x, call, { typed: x.query, problems: [] })
    return show(x, { html: () => html, json: () => ({}) })
  })
}

/** How it will read; or back to the form with all that was typed. */
export async function previewAnswer(x: Exchange): Promise<Answer> {
  if (x.wants === 'json') return problem(400, 'request.malformed', x.t(m.previewIsAPage))
  return withOpenCall(x, async (call) => {
    const back = async () => {
      const html = await formPage(x, call, { typed: x.form, problems: [] })
      return show(x, { html: () => html, json: () => ({}) })
    }
    if (x.form.back) return back()
    const check = await checkAnswerForm(x, call)
    if (!check.ok) return again(x, call, check.problems)
    const notice = await noticeOf(x, call)
    return show(x, {
      html: () =>
        x.page({
          title: x.t(m.previewTitle),
          section: 'calls',
          isUnlisted: true,
          crumbs: crumbsOf(x, call),
          children: AnswerPreviewPage({ t: x.t, call, answer: check.answer, notice, sent: sentAgain(x) }),
        }),
      json: () => ({}),
    })
  })
}

/** Takes it in, and leads to the receipt. The instant is the request's own, taken once when it was begun. */
export async function createAnswer(x: Exchange): Promise<Answer> {
  return withOpenCall(x, async (call) => {
    const check = await checkAnswerForm(x, call)
    if (!check.ok) return again(x, call, check.problems)
    const { answer } = check
    if (needsUnguessableKey(x, answer)) return problem(422, 'request.key-guessable', x.t(m.keyGuessable))
    const outcome = await takeInAnswer(x.db, {
      answer: { ...answer, isFlood: x.isFlood },
      once: { key: x.onceKey, asker: askerOf(x, answer), request: requestOf(answer), now: x.now },
      secret: x.house.secret,
    })
    return outcome.ok ? takenIn(x, outcome) : refused(x, call, outcome)
  })
}

async function takenIn(
  x: Exchange,
  { number, key }: { number: number; key: string | null },
): Promise<Answer> {
  const promise = await promiseText(x.db, number)
  return done(x, {
    to: `/receipts/${number}`,
    status: 201,
    cookies: key ? [receiptCookie(number, key)] : [],
    json: () => ({
      number,
      url: `${x.house.baseUrl}${pathToAnswer(number)}`,
      receipt: {
        number,
        key: key ?? undefined,
        promise,
        proof_url: `${x.house.baseUrl}/receipts/${number}.proof`,
      },
    }),
  })
}

async function refused(x: Exchange, call: Call, outcome: TakeInOutcome & { ok: false }): Promise<Answer> {
  if (outcome.why === 'key-used-for-something-else') return keyReused(x)
  if (outcome.why === 'problems')
    return again(
      x,
      call,
      outcome.problems.map((one) => fieldProblem(x, one, call)),
    )
  if (outcome.why === 'not-open') return notOpen(x, call)
  const unit = call.audienceUnit?.name ?? ''
  const message = call.audience === 'members' ? x.t(m.membersOnly) : x.t(m.unitOnly, { unit })
  return again(x, call, [{ field: 'authorship', message }])
}

async function withOpenCall(x: Exchange, act: (call: Call) => Promise<Answer>): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(m.noSuchCall))
  if (stateOf(call, x.now) !== 'open') return notOpen(x, call)
  if (mayAnswer(x.viewer, call) === 'members-only') return membersOnly(x)
  // Asked in the reader's language where somebody translated it; questions and options stay the same by their ids.
  return act(x.wants === 'json' ? call : (await callToRead(x.db, call, x.language)).call)
}

function membersOnly(x: Exchange): Answer {
  const isSignedIn = x.viewer.person !== null
  return problem(isSignedIn ? 403 : 401, 'call.members-only', x.t(m.membersOnly))
}

function notOpen(x: Exchange, call: Call): Answer {
  const isComing = stateOf(call, x.now) === 'coming'
  const title = isComing
    ? x.t(m.notOpenYet, { moment: x.t.moment(call.opensAt) })
    : x.t(m.closedMeanwhile, { moment: x.t.moment(call.closesAt) })
  return problem(409, isComing ? 'call.not-open-yet' : 'call.closed', title)
}

/** 422: the form again with everything that was typed. */
async function again(x: Exchange, call: Call, problems: FieldProblem[]): Promise<Answer> {
  const html = x.wants === 'html' ? await formPage(x, call, { typed: x.form, problems }) : ''
  return invalid(x, {
    problem: {
      id: 'answer.invalid',
      title: x.t(m.problemsHeading, { count: problems.length }),
      fields: problems,
    },
    html: () => html,
  })
}

interface Shown {
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
}

async function formPage(x: Exchange, call: Call, { typed, problems }: Shown): Promise<string> {
  const hasPlace = call.questions.some(({ kind }) => kind === 'place')
  const [notice, units, speaksFor] = await Promise.all([
    noticeOf(x, call),
    hasPlace ? unitsToOffer(x.db, call.audienceUnit?.id ?? null) : [],
    unitsSpokenFor(x.db, x.viewer),
  ])
  const title = x.t(m.yourAnswerTo, { title: call.title ?? x.t(m.untitled) })
  return x.page({
    title: problems.length > 0 ? x.t(m.errorTitle, { title }) : title,
    section: 'calls',
    isUnlisted: true,
    crumbs: crumbsOf(x, call),
    islands: ['proof'],
    children: AnswerFormPage({
      x,
      call,
      notice,
      units,
      speaksFor,
      typed,
      problems,
      once: typeof typed.once === 'string' ? typed.once : unorderedId(),
    }),
  })
}

const crumbsOf = (x: Exchange, call: Call) => [
  { label: x.t(m.calls), href: '/calls' },
  { label: call.title ?? x.t(m.untitled), href: pathToCall(call.number) },
]

/** Every field as it was typed, to be sent again unseen. */
function sentAgain(x: Exchange): [string, string][] {
  return Object.entries(x.form).flatMap(([name, value]) =>
    [value]
      .flat()
      .flatMap((one): [string, string][] =>
        typeof one === 'string' && name !== 'back' ? [[name, one]] : [],
      ),
  )
}

const hasAccount = ({ author }: NewAnswer) => author.authorship !== 'anonymous' && author.person !== null

function askerOf(x: Exchange, answer: NewAnswer): string {
  return hasAccount(answer) ? (x.viewer.person?.id ?? 'anyone') : 'anyone'
}

/** Without an account a retry gets the follow-up key again: a retry key that can be guessed would hand it to anybody. */
function needsUnguessableKey(x: Exchange, answer: NewAnswer): boolean {
  return !hasAccount(answer) && x.onceKey !== null && !isUnguessable(x.onceKey)
}

/** What a retry must repeat; its fingerprint is kept, so an anonymous one holds nothing but the answer. */
function requestOf({ callId, author, words, marks, unitId, onBehalfOf }: NewAnswer) {
  const { authorship } = author
  const who = author.authorship === 'anonymous' ? {} : { name: author.name, email: author.email }
  return { callId, authorship, words, marks, unitId, onBehalfOf: onBehalfOf?.id, ...who }
}
