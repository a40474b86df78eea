import { type Answer, done, type FieldProblem, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { choiceMessages } from './choice-messages.ts'
import { codeAnswer, codingOf } from './code-answer.ts'
import { codeInput } from './coding-input.ts'
import { codingMessages } from './coding-messages.ts'
import { findSample, type OfSample } from './find-sample.ts'
import { CodeAnswerPage } from './pages/code-answer-page.tsx'
import { themesOf } from './themes-of.ts'

/** The next answer this coder has not coded: its words, and nothing that anybody or anything made of them. */
export async function showNextToCode(x: Exchange): Promise<Answer> {
  const found = await findSample(x)
  if (!found.ok) return found.answer
  if (found.found.sample.closedAt) return problem(409, 'coding.closed', x.t(codingMessages.sampleClosed))
  const html = await nextPage(x, found.found, [])
  return show(x, { html: () => html, json: () => ({}) })
}

/** Keeps what a coder says of the answer, and shows the next. */
export async function createCode(x: Exchange): Promise<Answer> {
  const found = await findSample(x)
  if (!found.ok) return found.answer
  const { sample, call, question } = found.found
  const input = codeInput.safeParse(x.form)
  if (!input.success) return codeAgain(x, found.found, problemsOf(input.error, x.t))
  const { answer, theme: number, stance, sentiment } = input.data
  const theme =
    number === 'none' ? null : (await themesOf(x.db, question.id)).find((one) => one.number === number)
  if (theme === undefined)
    return codeAgain(x, found.found, [{ field: 'theme', message: x.t(codingMessages.chooseOne) }])
  const coderId = x.viewer.person?.id ?? ''
  const code = {
    sampleId: sample.id,
    coderId,
    answer,
    themeId: theme?.id ?? null,
    stance,
    sentiment,
    now: x.now,
  }
  const coded = await codeAnswer(x.db, code)
  if (coded === 'closed') return problem(409, 'coding.closed', x.t(codingMessages.sampleClosed))
  if (coded === 'not-in-the-sample') return problem(404, 'not-found', x.t(choiceMessages.noSuchAnswer))
  return done(x, {
    to: `/calls/${call.number}/themes/coding/${sample.id}`,
    status: 201,
    json: () => ({ coded: answer }),
  })
}

async function codeAgain(x: Exchange, of: OfSample, problems: FieldProblem[]): Promise<Answer> {
  const html = await nextPage(x, of, problems)
  return invalidForm(x, { id: 'coding.invalid', problems, html: () => html })
}

async function nextPage(
  x: Exchange,
  { call, question, sample }: OfSample,
  problems: FieldProblem[],
): Promise<string> {
  const coding = await codingOf(x.db, { sampleId: sample.id, coderId: x.viewer.person?.id ?? '' })
  const themes = await themesOf(x.db, question.id)
  return x.page({
    title: x.t(codingMessages.codeNext),
    crumbs: [{ label: x.t(codingMessages.coding), href: `/calls/${call.number}/themes/coding` }],
    isUnlisted: true,
    children: CodeAnswerPage({
      t: x.t,
      call,
      question,
      sample,
      coding,
      themes,
      problems,
      typed: x.form,
      once: unorderedId(),
    }),
  })
}
