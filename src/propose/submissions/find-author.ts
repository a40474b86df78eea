import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { parseFollowUpKey } from '#core/ids/follow-up-key.ts'
import { authorMessages as m } from './author-messages.ts'
import { findOwnSubmission, findVisibleSubmission, type Submission } from './find-submission.ts'
import { countTry, takeBackTry } from './key-throttle.ts'
import { m as submissionMessages } from './messages.ts'

/** Its author: by their session, or by the follow-up key, which travels in the body of a POST alone. */
export interface AuthorOf {
  submission: Submission
  /** As it was typed; null when an account is the handle. */
  key: string | null
}

export type FoundAuthor =
  | ({ ok: true } & AuthorOf)
  /** The key does not open it: said on the form again. */
  | { ok: false; why: KeyProblem }
  | { ok: false; answer: Answer }

export type KeyProblem = 'mistyped' | 'wrong-length' | 'unknown'

/** The author of the submission in the address; a slip in the key is told apart from a key that opens nothing. */
export async function findAuthor(x: Exchange): Promise<FoundAuthor> {
  const { number } = x.params
  const submission = await findVisibleSubmission(x.db, x.viewer, number)
  if (!submission || number === undefined)
    return { ok: false, answer: problem(404, 'not-found', x.t(submissionMessages.noSuchSubmission)) }
  if (typeof x.form.key === 'string') return byKey(x, { number, typed: x.form.key })
  if (submission.authorId !== null) return { ok: true, submission, key: null }
  const answer = problem(403, 'author.not-the-author', x.t(m.notTheAuthor))
  return { ok: false, answer }
}

async function byKey(
  x: Exchange,
  { number, typed }: { number: string; typed: string },
): Promise<FoundAuthor> {
  const parsed = parseFollowUpKey(typed)
  if (!parsed.ok) return { ok: false, why: parsed.why }
  const tried = { number, secret: x.house.secret, now: x.now }
  const seconds = await countTry(x.db, tried)
  if (seconds > 0) return { ok: false, answer: tooMany(x, seconds) }
  const submission = await findOwnSubmission(x.db, number, parsed.key)
  if (!submission) return { ok: false, why: 'unknown' }
  await takeBackTry(x.db, tried)
  return { ok: true, submission, key: typed }
}

function tooMany(x: Exchange, seconds: number): Answer {
  const minutes = Math.ceil(seconds / 60)
  const title = x.t(m.tooManyKeys, { minutes })
  return {
    kind: 'problem',
    problem: { status: 429, id: 'author.too-many-keys', title, retryAfterSeconds: seconds },
  }
}
