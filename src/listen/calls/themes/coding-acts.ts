import { z } from 'zod'
import { type Answer, done, invalid, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { problemsOf } from '#core/input/problems.ts'
import { isoSecond } from '#core/time/days.ts'
import type { Question } from '../call.ts'
import { findCall, findCallOfTeam, mayTheme, openQuestions, type ThemedCall } from './call-with-themes.ts'
import { closeSample, codeAnswer, codingOf, SENTIMENTS, STANCES } from './code-answer.ts'
import { drawSample } from './draw-sample.ts'
import { m } from './messages.ts'
import { CodeAnswerPage } from './pages/code-answer-page.tsx'
import { CodingPage } from './pages/coding-page.tsx'
import { agreementSchema, type Sample, samplesOf } from './samples-of.ts'
import { themesOf } from './themes-of.ts'

const size = { error: m.sampleSizeWrong.id }
export const drawInput = z.object({
  question: z.coerce.number().int().optional(),
  size: z.coerce.number(size).int(size).min(10, size).max(1_000, size),
})
export const codeInput = z.object({
  answer: z.coerce.number().int().positive(),
  theme: z.union(
    [z.literal('none'), z.coerce.number({ error: m.chooseOne.id }).int().positive({ error: m.chooseOne.id })],
    { error: m.chooseOne.id },
  ),
  stance: z.enum(STANCES, { error: m.chooseOne.id }),
  sentiment: z.enum(SENTIMENTS, { error: m.chooseOne.id }),
})
export const samplesJson = z.object({
  call: z.number(),
  samples: z.array(
    z.object({
      id: z.string(),
      question: z.number(),
      seed: z.string(),
      drawn_at: z.string(),
      drawn_from: z.number(),
      answers: z.number(),
      closed_at: z.string().nullable(),
      agreement: agreementSchema.nullable(),
    }),
  ),
})

/** Samples that people code, and how far they agreed: for everybody. For the team, the way to the next answer. */
export async function showCoding(x: Exchange): Promise<Answer> {
  const found = await findCall(x)
  if (!found.ok) return found.answer
  const html = await codingPage(x, found.found, [])
  const questions = await samplesByQuestion(x, found.found)
  return show(x, {
    html: () => html,
    json: (): z.infer<typeof samplesJson> => ({
      call: found.found.number,
      samples: questions.flatMap(({ question, samples }) =>
        samples.map((sample) => ({
          id: sample.id,
          question: question.place,
          seed: sample.seed,
          drawn_at: isoSecond(sample.drawnAt),
          drawn_from: sample.drawnFrom,
          answers: sample.answers,
          closed_at: sample.closedAt && isoSecond(sample.closedAt),
          agreement: sample.agreement,
        })),
      ),
    }),
  })
}

async function samplesByQuestion(x: Exchange, call: ThemedCall) {
  return Promise.all(
    openQuestions(call).map(async (question) => ({ question, samples: await samplesOf(x.db, question.id) })),
  )
}

async function codingPage(
  x: Exchange,
  call: ThemedCall,
  problems: { field: string; message: string }[],
): Promise<string> {
  const isTeam = mayTheme(x.viewer, call) === 'allowed'
  const coderId = x.viewer.person?.id
  const questions = await Promise.all(
    (await samplesByQuestion(x, call)).map(async (one) => {
      const open = one.samples.find(({ closedAt }) => closedAt === null)
      const mine = isTeam && open && coderId ? await codingOf(x.db, { sampleId: open.id, coderId }) : null
      return { ...one, mine }
    }),
  )
  return x.page({
    title: x.t(m.coding),
    crumbs: [
      { label: call.title ?? String(call.number), href: `/calls/${call.number}` },
      { label: x.t(m.title), href: `/calls/${call.number}/themes` },
    ],
    children: CodingPage({ t: x.t, call, questions, isTeam, problems, typed: x.form, once: unorderedId() }),
  })
}

export async function createSample(x: Exchange): Promise<Answer> {
  const found = await findCallOfTeam(x)
  if (!found.ok) return found.answer
  const call = found.found
  const input = drawInput.safeParse(x.form)
  if (!input.success) return samplesAgain(x, call, problemsOf(input.error, x.t))
  const questions = openQuestions(call)
  const question = questions.find(({ place }) => place === input.data.question) ?? questions[0]
  const by = x.viewer.person
  if (!question || !by) return problem(422, 'coding.no-open-question', x.t(m.tooFewAnswers))
  const drawn = await drawSample(x.db, {
    questionId: question.id,
    call,
    size: input.data.size,
    by,
    now: x.now,
  })
  if (drawn.ok)
    return done(x, {
      to: `/calls/${call.number}/themes/coding`,
      status: 201,
      json: () => ({ sample: drawn.sampleId }),
    })
  if (drawn.why === 'sample-open') return problem(409, 'coding.sample-open', x.t(m.sampleOpen))
  return samplesAgain(x, call, [{ field: 'size', message: x.t(m.tooFewAnswers) }])
}

async function samplesAgain(
  x: Exchange,
  call: ThemedCall,
  problems: { field: string; message: string }[],
): Promise<Answer> {
  const html = await codingPage(x, call, problems)
  const [first] = problems
  return invalid(x, {
    problem: { id: 'coding.invalid', title: first?.message ?? '', fields: problems },
    html: () => html,
  })
}

interface OfSample {
  call: ThemedCall
  question: Question
  sample: Sample
}

async function findSample(
  x: Exchange,
): Promise<{ ok: true; found: OfSample } | { ok: false; answer: Answer }> {
  const found = await findCallOfTeam(x)
  if (!found.ok) return found
  const all = await samplesByQuestion(x, found.found)
  for (const { question, samples } of all) {
    const sample = samples.find(({ id }) => id === x.params.id)
    if (sample) return { ok: true, found: { call: found.found, question, sample } }
  }
  return { ok: false, answer: problem(404, 'not-found', x.t(m.noSuchSample)) }
}

/** The next answer this coder has not coded: its words, and nothing that anybody or anything made of them. */
export async function showNextToCode(x: Exchange): Promise<Answer> {
  const found = await findSample(x)
  if (!found.ok) return found.answer
  if (found.found.sample.closedAt) return problem(409, 'coding.closed', x.t(m.sampleClosed))
  const html = await nextPage(x, found.found, [])
  return show(x, { html: () => html, json: () => ({}) })
}

export async function createCode(x: Exchange): Promise<Answer> {
  const found = await findSample(x)
  if (!found.ok) return found.answer
  const { sample, call, question } = found.found
  const input = codeInput.safeParse(x.form)
  if (!input.success) return codeAgain(x, found.found, problemsOf(input.error, x.t))
  const { answer, theme: number, stance, sentiment } = input.data
  const theme =
    number === 'none' ? null : (await themesOf(x.db, question.id)).find((one) => one.number === number)
  if (theme === undefined) return codeAgain(x, found.found, [{ field: 'theme', message: x.t(m.chooseOne) }])
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
  if (coded === 'closed') return problem(409, 'coding.closed', x.t(m.sampleClosed))
  if (coded === 'not-in-the-sample') return problem(404, 'not-found', x.t(m.noSuchAnswer))
  return done(x, {
    to: `/calls/${call.number}/themes/coding/${sample.id}`,
    status: 201,
    json: () => ({ coded: answer }),
  })
}

/** Ends the coding and publishes how far people agree. */
export async function createClosing(x: Exchange): Promise<Answer> {
  const found = await findSample(x)
  if (!found.ok) return found.answer
  const { sample, call } = found.found
  const by = x.viewer.person
  const closed = await closeSample(x.db, {
    sampleId: sample.id,
    call,
    by: { name: by?.name ?? '' },
    now: x.now,
  })
  if (closed === 'closed-already') return problem(409, 'coding.closed', x.t(m.sampleClosed))
  if (closed === 'too-few-coders') return problem(409, 'coding.too-few-coders', x.t(m.tooFewCoders))
  return done(x, {
    to: `/calls/${call.number}/themes/coding`,
    status: 201,
    json: () => ({ sample: sample.id }),
  })
}

async function codeAgain(
  x: Exchange,
  of: OfSample,
  problems: { field: string; message: string }[],
): Promise<Answer> {
  const html = await nextPage(x, of, problems)
  const [first] = problems
  return invalid(x, {
    problem: { id: 'coding.invalid', title: first?.message ?? '', fields: problems },
    html: () => html,
  })
}

async function nextPage(
  x: Exchange,
  { call, question, sample }: OfSample,
  problems: { field: string; message: string }[],
): Promise<string> {
  const coding = await codingOf(x.db, { sampleId: sample.id, coderId: x.viewer.person?.id ?? '' })
  const themes = await themesOf(x.db, question.id)
  return x.page({
    title: x.t(m.codeNext),
    crumbs: [{ label: x.t(m.coding), href: `/calls/${call.number}/themes/coding` }],
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
