import { z } from 'zod'
import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { isoSecond } from '#core/time/days.ts'
import { stepsFeed } from '#ground/matters/steps-feed.ts'
import { storyOf } from '#ground/matters/story-of.ts'
import { askingOf } from '#ground/notices/askings-of.ts'
import { saidIn } from '#ground/translations/said-in.ts'
import { answerMessages } from './answer-messages.ts'
import { pathToAnswer } from './call.ts'
import { latestCaseOf } from './case-about.ts'
import { crumbOf } from './crumb-of.ts'
import { findVisibleAnswer, type SeenAnswer } from './find-answer.ts'
import { m } from './messages.ts'
import { AnswerPage } from './pages/answer-page.tsx'
import { type AnswerSteps, answerSteps } from './themes/answer-steps.ts'

/** What was answered, as far as its notice lets it be read, and what became of it. */
export async function showAnswer(x: Exchange): Promise<Answer> {
  const answer = await findVisibleAnswer(x.db, x.viewer, x.params.number)
  if (!answer) return problem(404, 'not-found', x.t(answerMessages.noSuchAnswer))
  if (x.wants === 'json') {
    const became = await answerSteps(x.db, answer.id)
    return show(x, { html: () => '', json: () => answerAsJson(x, answer, became), cache: 'public' })
  }
  const html = await answerPage(x, answer, { key: null })
  return show(x, { html: () => html, json: () => null, cache: 'public' })
}

interface Shown {
  /** The follow-up key as it was typed, by which its author is here; null for an account or a reader. */
  key: string | null
  /** A sentence about what was just done. */
  done?: string
}

/** The page of an answer, with its author's own part when it is they who ask. */
export async function answerPage(x: Exchange, answer: SeenAnswer, { key, done }: Shown): Promise<string> {
  const isAuthor = key !== null || answer.authorId !== null
  const [became, steps, caseId, asking] = await Promise.all([
    answerSteps(x.db, answer.id),
    storyOf(x.db, answer.id),
    latestCaseOf(x.db, answer.id),
    isAuthor ? askingOf(x.db, { matterId: answer.id, language: x.language }) : null,
  ])
  const said = await saidIn(x.db, x.language, [answer.number, ...became.themes.map(({ number }) => number)])
  const title = x.t(answerMessages.answerNumber, { number: answer.number })
  return x.page({
    title,
    crumbs: [{ label: x.t(m.calls), href: '/calls' }, crumbOf(x.t, answer.call)],
    section: 'calls',
    isUnlisted: isAuthor,
    children: AnswerPage({
      t: x.t,
      now: x.now,
      answer,
      became,
      said,
      steps,
      caseId,
      mine: isAuthor ? { key, once: unorderedId(), asking, done: done ?? doneWords(x) } : null,
    }),
  })
}

export const DONE = {
  withdrawal: answerMessages.doneWithdrawn,
  erasure: answerMessages.doneErased,
  agreement: answerMessages.doneAgreed,
} as const

function doneWords(x: Exchange): string | null {
  const { done } = x.query
  return typeof done === 'string' && Object.hasOwn(DONE, done) ? x.t(DONE[done as keyof typeof DONE]) : null
}

/** The steps of one answer as a feed. */
export async function sendAnswerFeed(x: Exchange): Promise<Answer> {
  const answer = await findVisibleAnswer(x.db, x.viewer, x.params.number)
  if (!answer) return problem(404, 'not-found', x.t(answerMessages.noSuchAnswer))
  const { id, number, openedAt } = answer
  const title = x.t(answerMessages.answerNumber, { number })
  return stepsFeed(x, { id, path: pathToAnswer(number), title, openedAt })
}

/** What the API answers for an answer. */
export const answerJson = z.object({
  number: z.number(),
  url: z.string(),
  call: z.number(),
  language: z.string(),
  route: z.string(),
  handed_in_at: z.string(),
  withdrawn: z.boolean(),
  authorship: z.string(),
  author: z.string().nullable(),
  /** What its notice, and what was agreed to later, lets be published. */
  publishes: z.string(),
  words: z.array(z.object({ question: z.number(), words: z.string().nullable() })),
  marks: z.array(z.object({ question: z.number(), option: z.number(), mark: z.number() })),
  /** The partner or the import it came from. */
  source: z.string().nullable(),
  attachments: z.array(z.object({ type: z.string(), bytes: z.number(), url: z.string() })),
  themes: z.array(z.object({ number: z.number(), title: z.string() })),
  decisions: z.array(z.object({ outcome: z.string(), reason: z.string(), body: z.string() })),
})

function answerAsJson(x: Exchange, answer: SeenAnswer, became: AnswerSteps): z.infer<typeof answerJson> {
  const { questions } = answer.call
  const placeOf = (id: string) => questions.find((question) => question.id === id)?.place ?? 0
  return {
    number: answer.number,
    url: `${x.house.baseUrl}${pathToAnswer(answer.number)}`,
    call: answer.call.number,
    language: answer.language,
    route: answer.route,
    handed_in_at: isoSecond(answer.openedAt),
    withdrawn: answer.withdrawnAt !== null,
    authorship: answer.authorship,
    author: answer.authorName,
    publishes: answer.terms.publishes,
    words: answer.words.map(({ questionId, words }) => ({ question: placeOf(questionId), words })),
    marks: questions.flatMap((question) =>
      question.options.flatMap((option) => {
        const found = answer.marks.find(({ optionId }) => optionId === option.id)
        return found ? [{ question: question.place, option: option.place, mark: found.mark }] : []
      }),
    ),
    source: answer.source?.name ?? null,
    attachments: answer.attachments.map(({ id, mediaType, size }) => ({
      type: mediaType,
      bytes: size,
      url: `${x.house.baseUrl}/attachments/${id}`,
    })),
    themes: became.themes.flatMap(({ number, name }) => (name === null ? [] : [{ number, title: name }])),
    decisions: [...became.themes.flatMap(({ decisions }) => decisions), ...became.decisions].map(
      ({ outcome, reason, bodyName }) => ({ outcome, reason, body: bodyName }),
    ),
  }
}
