import { z } from 'zod'
import { type Answer, done, type FieldProblem, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { isUnguessable } from '#core/ids/once-key.ts'
import type { Attachment } from '#ground/attachments/make-attachments.ts'
import { createDraft } from '#ground/drafts/draft-acts.ts'
import { draftHandleOf, forgottenDraftCookie, isDraftDone } from '#ground/drafts/draft-cookie.ts'
import { gatherFiles } from '#ground/drafts/draft-files.ts'
import { draftFor } from '#ground/drafts/draft-of.ts'
import { keepWithFiles } from '#ground/drafts/keep-draft-of.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { promiseText } from '#ground/record/promise-text.ts'
import { receiptCookie } from '#ground/record/receipt-cookie.ts'
import { answerDraftForm } from './answer-draft.ts'
import { again, formPage, withOpenCall } from './answer-form.ts'
import { answerMessages as m } from './answer-messages.ts'
import { type Call, pathToAnswer } from './call.ts'
import { checkAnswerForm, fieldProblem } from './check-answer-form.ts'
import type { NewAnswer, TakeInOutcome } from './new-answer.ts'
import { notOpen } from './not-open.ts'
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

/** The form: the promise and the notice stand before its first box; what one began here stands in it. */
export async function showAnswerForm(x: Exchange): Promise<Answer> {
  return withOpenCall(x, async (call) => {
    const draft = await draftFor(x, answerDraftForm(call))
    const html = await formPage(x, call, { typed: draft?.content ?? x.query, draft })
    return show(x, { html: () => html, json: () => ({}) })
  })
}

/** Keeps what was typed, whatever is missing, and leads back to the form. */
export async function createAnswerDraft(x: Exchange): Promise<Answer> {
  return withOpenCall(x, (call) => createDraft(x, answerDraftForm(call)))
}

/** Takes it in, and leads to the receipt. The instant is the request's own, taken once when it was begun. */
export async function createAnswer(x: Exchange): Promise<Answer> {
  return withOpenCall(x, async (call) => {
    const check = await checkAnswerForm(x, call)
    const { attachments, problems: unfit } = await gatherFiles(x)
    const problems = [...(check.ok ? [] : check.problems), ...unfit]
    if (check.ok && problems.length === 0) return takeIn(x, call, { ...check.answer, attachments })
    return againWithFiles(x, call, { problems, attachments })
  })
}

async function takeIn(x: Exchange, call: Call, answer: NewAnswer): Promise<Answer> {
  if (needsUnguessableKey(x, answer)) return problem(422, 'request.key-guessable', x.t(m.keyGuessable))
  const outcome = await takeInAnswer(x.db, {
    answer: { ...answer, isFlood: x.isFlood },
    once: { key: x.onceKey, asker: askerOf(x, answer), request: requestOf(x, answer), now: x.now },
    secret: x.house.secret,
    draft: draftHandleOf(x),
  })
  return outcome.ok ? takenIn(x, call, outcome) : refused(x, call, { outcome, answer })
}

interface Sent {
  problems: FieldProblem[]
  attachments: readonly Attachment[]
}

/** The form again; files that were chosen are kept, since no browser would send them a second time. */
async function againWithFiles(x: Exchange, call: Call, { problems, attachments }: Sent): Promise<Answer> {
  return again(x, call, {
    problems,
    kept: await keepWithFiles(x, { form: answerDraftForm(call), files: attachments }),
  })
}

async function takenIn(
  x: Exchange,
  call: Call,
  { number, key }: { number: number; key: string | null },
): Promise<Answer> {
  const promise = await promiseText(x.db, number)
  return done(x, {
    to: `/receipts/${number}`,
    status: 201,
    cookies: [
      ...(key ? [receiptCookie(number, key)] : []),
      ...(isDraftDone(x) ? [forgottenDraftCookie(answerDraftForm(call))] : []),
    ],
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

interface Refusal {
  outcome: TakeInOutcome & { ok: false }
  answer: NewAnswer
}

async function refused(x: Exchange, call: Call, { outcome, answer }: Refusal): Promise<Answer> {
  if (outcome.why === 'key-used-for-something-else') return keyReused(x)
  if (outcome.why === 'not-open') return notOpen(x, call)
  const problems =
    outcome.why === 'problems'
      ? outcome.problems.map((one) => fieldProblem(x, one, call))
      : [{ field: 'authorship', message: notForThem(x, call) }]
  return againWithFiles(x, call, { problems, attachments: answer.attachments ?? [] })
}

function notForThem({ t }: Exchange, { audience, audienceUnit }: Call): string {
  return audience === 'members' ? t(m.membersOnly) : t(m.unitOnly, { unit: audienceUnit?.name ?? '' })
}

const hasAccount = ({ author }: NewAnswer) => author.authorship !== 'anonymous' && author.person !== null

function askerOf(x: Exchange, answer: NewAnswer): string {
  return hasAccount(answer) ? (x.viewer.person?.id ?? 'anyone') : 'anyone'
}

/** Without an account a retry gets the follow-up key again: a retry key that can be guessed would hand it to anybody. */
function needsUnguessableKey(x: Exchange, answer: NewAnswer): boolean {
  return !hasAccount(answer) && x.onceKey !== null && !isUnguessable(x.onceKey)
}

/** What a retry must repeat, the very files among it; its fingerprint is kept, so an anonymous one holds nothing but the answer. */
function requestOf(x: Exchange, { callId, author, words, marks, unitId, onBehalfOf }: NewAnswer) {
  const { authorship } = author
  const who = author.authorship === 'anonymous' ? {} : { name: author.name, email: author.email }
  const files = x.files.length > 0 ? { files: x.files.map(({ bytes }) => sha256(bytes).toString('hex')) } : {}
  return { callId, authorship, words, marks, unitId, onBehalfOf: onBehalfOf?.id, ...who, ...files }
}
