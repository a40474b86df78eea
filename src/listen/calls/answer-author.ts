import { z } from 'zod'
import { type Answer, done, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { parseFollowUpKey } from '#core/ids/follow-up-key.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { announceChange } from '#core/live/announce.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { answerAsking } from '#ground/notices/answer-asking.ts'
import { askForKeyAgain, countTry, takeBackTry } from '../../propose/submissions/index.ts'
import { answerMessages as m } from './answer-messages.ts'
import { pathToAnswer } from './call.ts'
import { eraseAnswer } from './erase-answer.ts'
import { findOwnAnswer, findVisibleAnswer, type SeenAnswer } from './find-answer.ts'
import { answerPage, DONE } from './show-answer.ts'
import { withdrawAnswer } from './withdraw-answer.ts'

export const agreementInput = z.object({
  version: z.coerce.number().int().min(1),
  agrees: z.enum(['yes', 'no'], { error: m.sayYesOrNo.id }),
})

/** Its author: by their session, or by the follow-up key, which travels in the body of a POST alone. */
interface AuthorOf {
  answer: SeenAnswer
  key: string | null
}

/** Opens an answer with its follow-up key: `POST /receipts/:number`. */
export async function openAnswerAsAuthor(x: Exchange): Promise<Answer> {
  return asAuthor(x, async ({ answer, key }) => ({
    kind: 'page',
    status: 200,
    html: await answerPage(x, answer, { key }),
    cache: 'never',
  }))
}

async function asAuthor(x: Exchange, act: (author: AuthorOf) => Promise<Answer>): Promise<Answer> {
  const { number } = x.params
  const answer = await findVisibleAnswer(x.db, x.viewer, number)
  if (!answer || number === undefined) return problem(404, 'not-found', x.t(m.noSuchAnswer))
  const { key } = x.form
  if (typeof key === 'string') return withKey(x, { number, key, act })
  if (answer.authorId !== null) return act({ answer, key: null })
  return problem(403, 'author.not-the-author', x.t(m.notTheAuthor))
}

interface KeyTried {
  number: string
  key: string
  act: (author: AuthorOf) => Promise<Answer>
}

async function withKey(x: Exchange, { number, key, act }: KeyTried): Promise<Answer> {
  const parsed = parseFollowUpKey(key)
  if (!parsed.ok) return askForKeyAgain(x, parsed.why)
  const tried = { number, secret: x.house.secret, now: x.now }
  const seconds = await countTry(x.db, tried)
  if (seconds > 0) return tooMany(x, seconds)
  const answer = await findOwnAnswer(x.db, number, parsed.key)
  if (!answer) return askForKeyAgain(x, 'unknown')
  await takeBackTry(x.db, tried)
  return act({ answer, key })
}

function tooMany(x: Exchange, seconds: number): Answer {
  const title = x.t(m.tooManyKeys, { minutes: Math.ceil(seconds / 60) })
  return {
    kind: 'problem',
    problem: { status: 429, id: 'author.too-many-keys', title, retryAfterSeconds: seconds },
  }
}

function onceOf(x: Exchange, { answer, key }: AuthorOf, request: object) {
  return {
    key: x.onceKey,
    asker: key === null ? (x.viewer.person?.id ?? 'anyone') : 'anyone',
    request: { number: answer.number, ...request },
    now: x.now,
  }
}

/** Takes an answer back: it stays in the count of what was received, and goes from everything else. */
export async function createWithdrawal(x: Exchange): Promise<Answer> {
  return asAuthor(x, async (author) => {
    const outcome = await withdrawAnswer(x.db, {
      answer: author.answer,
      once: onceOf(x, author, { act: 'withdrawal' }),
    })
    if (!outcome.ok) return keyReused(x)
    if (outcome.result.ok) return acted(x, author, 'withdrawal')
    return problem(409, 'answer.withdrawn', x.t(m.withdrawnAlready))
  })
}

/** Erases its words for good. */
export async function createErasure(x: Exchange): Promise<Answer> {
  return asAuthor(x, async (author) => {
    await eraseAnswer(x.db, { answer: author.answer, now: x.now })
    return acted(x, author, 'erasure')
  })
}

/** Yes or no to a notice that asks more than before. */
export async function createAgreement(x: Exchange): Promise<Answer> {
  return asAuthor(x, async (author) => {
    const input = agreementInput.safeParse(x.form)
    if (!input.success) {
      const fields = problemsOf(input.error, x.t)
      const html = await answerPage(x, author.answer, { key: author.key, done: fields[0]?.message })
      return invalidForm(x, { id: 'agreement.invalid', problems: fields, html: () => html })
    }
    const { version, agrees } = input.data
    const outcome = await answerAsking(x.db, {
      matterId: author.answer.id,
      version,
      agrees: agrees === 'yes',
      now: x.now,
    })
    if (outcome === 'not-asked') return problem(409, 'agreement.not-asked', x.t(m.notAsked))
    await announceChange(x.db, `story:${author.answer.number}`)
    return acted(x, author, 'agreement')
  })
}

/** An account is led back to the answer; a key gets its page again in the same reply, since no address may carry it. */
async function acted(x: Exchange, author: AuthorOf, what: keyof typeof DONE): Promise<Answer> {
  const { number } = author.answer
  const path = pathToAnswer(number)
  if (x.wants === 'json' || author.key === null)
    return done(x, {
      to: `${path}?done=${what}#yours`,
      json: () => ({ number, url: `${x.house.baseUrl}${path}` }),
    })
  const parsed = parseFollowUpKey(author.key)
  const again = parsed.ok ? await findOwnAnswer(x.db, String(number), parsed.key) : null
  const html = await answerPage(x, again ?? author.answer, { key: author.key, done: x.t(DONE[what]) })
  return { kind: 'page', status: 200, html, cache: 'never' }
}
