import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { problemsOf } from '#core/input/problems.ts'
import { agreeToReturn } from '#ground/matters/agree-to-return.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { actAgain, acted, asAuthor } from './author.ts'
import { authorFacts } from './author-facts.ts'
import { languageInput, reviewInput, verdictInput, withdrawalInput } from './author-input.ts'
import { authorMessages as m } from './author-messages.ts'
import { correctLanguage } from './correct-language.ts'
import type { AuthorOf } from './find-author.ts'
import { giveVerdict } from './give-verdict.ts'
import { languageOf } from './language-of.ts'
import { requestReview } from './request-review.ts'
import { withdrawSubmission } from './withdraw-submission.ts'

/** The key of a retry, kept apart from every other asker's. With a follow-up key nobody is named. */
export function onceOf(x: Exchange, { submission, key }: AuthorOf, request: object) {
  return {
    key: x.onceKey,
    asker: key === null ? (x.viewer.person?.id ?? 'anyone') : 'anyone',
    request: { number: submission.number, ...request },
    now: x.now,
  }
}

/** Takes a submission back before it is decided. */
export async function createWithdrawal(x: Exchange): Promise<Answer> {
  return asAuthor(x, async (author) => {
    const input = withdrawalInput.safeParse(x.form)
    if (!input.success)
      return actAgain(x, author, { act: 'withdrawal', problems: problemsOf(input.error, x.t) })
    const reason = input.data.reason ?? null
    const outcome = await withdrawSubmission(x.db, {
      submission: author.submission,
      reason,
      language: await languageOf(reason ?? '', x.language),
      once: onceOf(x, author, { act: 'withdrawal', reason }),
    })
    if (!outcome.ok) return keyReused(x)
    if (outcome.result.ok) return acted(x, author, 'withdrawal')
    return problem(409, 'author.already-decided', x.t(m.withdrawDecided))
  })
}

/** Corrects the language of the words, which may have been guessed. */
export async function createLanguage(x: Exchange): Promise<Answer> {
  return asAuthor(x, async (author) => {
    const input = languageInput.safeParse(x.form)
    if (!input.success)
      return actAgain(x, author, { act: 'language', problems: problemsOf(input.error, x.t) })
    await correctLanguage(x.db, { submission: author.submission, language: input.data.language })
    return acted(x, author, 'language')
  })
}

/** Asks, once, for another body to look again. */
export async function createReview(x: Exchange): Promise<Answer> {
  return asAuthor(x, async (author) => {
    const input = reviewInput.safeParse(x.form)
    if (!input.success) return actAgain(x, author, { act: 'review', problems: problemsOf(input.error, x.t) })
    const { reason } = input.data
    const outcome = await requestReview(x.db, {
      submission: author.submission,
      reason,
      language: await languageOf(reason, x.language),
      once: onceOf(x, author, { act: 'review', reason }),
    })
    if (!outcome.ok) return keyReused(x)
    if (outcome.result.ok) return acted(x, author, 'review')
    return reviewRefused(x, outcome.result)
  })
}

function reviewRefused(x: Exchange, { why, body }: { why: ReviewRefusal; body: string }): Answer {
  const title = why === 'nobody-reviews' ? x.t(m.reviewNobody, { body }) : x.t(REVIEW_REFUSALS[why])
  return problem(409, `author.${why}`, title)
}

type ReviewRefusal = keyof typeof REVIEW_REFUSALS | 'nobody-reviews'

const REVIEW_REFUSALS = {
  'not-decided-yet': m.notDecidedYet,
  'reviewed-once': m.reviewedOnce,
  withdrawn: m.reviewWithdrawn,
} as const

/** "Was it an answer?", from two weeks after it. */
export async function createVerdict(x: Exchange): Promise<Answer> {
  return asAuthor(x, async (author) => {
    const input = verdictInput.safeParse(x.form)
    if (!input.success) return actAgain(x, author, { act: 'verdict', problems: problemsOf(input.error, x.t) })
    const { verdict, words = '' } = input.data
    const outcome = await giveVerdict(x.db, {
      submission: author.submission,
      verdict,
      words,
      language: await languageOf(words, x.language),
      once: onceOf(x, author, { act: 'verdict', verdict, words }),
    })
    if (!outcome.ok) return keyReused(x)
    if (outcome.result.ok) return acted(x, author, 'verdict')
    return verdictRefused(x, outcome.result)
  })
}

function verdictRefused(
  x: Exchange,
  { why, from }: { why: keyof typeof VERDICT_REFUSALS; from: string },
): Answer {
  if (why === 'too-early')
    return problem(409, 'author.too-early', x.t(m.verdictTooEarly, { day: x.t.day(new Date(from)) }))
  return problem(409, `author.${why}`, x.t(VERDICT_REFUSALS[why]))
}

const VERDICT_REFUSALS = {
  'no-answer': m.noAnswerYet,
  'too-early': m.noAnswerYet,
  judged: m.verdictGiven,
} as const

/** Lets it go back to a body that had it. */
export async function createAuthorAgreement(x: Exchange): Promise<Answer> {
  return asAuthor(x, async (author) => {
    const { returnAsked } = await authorFacts(x.db, author.submission, x.now)
    const gone = () => problem(409, 'author.nothing-to-agree-to', x.t(m.nothingToAgreeTo))
    if (!returnAsked) return gone()
    const outcome = await agreeToReturn(x.db, { requestId: returnAsked.id, as: 'author', now: x.now })
    return outcome.ok ? acted(x, author, 'agreement') : gone()
  })
}
