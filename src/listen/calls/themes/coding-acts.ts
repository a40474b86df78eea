import type { z } from 'zod'
import { type Answer, done, type FieldProblem, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { isoSecond } from '#core/time/days.ts'
import { crumbOf } from '../crumb-of.ts'
import { findCall, findCallOfTeam, mayTheme, openQuestions, type ThemedCall } from './call-with-themes.ts'
import { closeSample } from './close-sample.ts'
import { codingOf } from './code-answer.ts'
import { drawInput, type samplesJson } from './coding-input.ts'
import { codingMessages } from './coding-messages.ts'
import { drawSample } from './draw-sample.ts'
import { findSample, samplesByQuestion } from './find-sample.ts'
import { m } from './messages.ts'
import { CodingPage } from './pages/coding-page.tsx'

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

async function codingPage(x: Exchange, call: ThemedCall, problems: FieldProblem[]): Promise<string> {
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
    title: x.t(codingMessages.coding),
    crumbs: [crumbOf(x.t, call), { label: x.t(m.title), href: `/calls/${call.number}/themes` }],
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
  if (!question || !by) return problem(422, 'coding.no-open-question', x.t(codingMessages.tooFewAnswers))
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
  if (drawn.why === 'sample-open') return problem(409, 'coding.sample-open', x.t(codingMessages.sampleOpen))
  return samplesAgain(x, call, [{ field: 'size', message: x.t(codingMessages.tooFewAnswers) }])
}

async function samplesAgain(x: Exchange, call: ThemedCall, problems: FieldProblem[]): Promise<Answer> {
  const html = await codingPage(x, call, problems)
  return invalidForm(x, { id: 'coding.invalid', problems, html: () => html })
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
  if (closed === 'closed-already') return problem(409, 'coding.closed', x.t(codingMessages.sampleClosed))
  if (closed === 'too-few-coders')
    return problem(409, 'coding.too-few-coders', x.t(codingMessages.tooFewCoders))
  return done(x, {
    to: `/calls/${call.number}/themes/coding`,
    status: 201,
    json: () => ({ sample: sample.id }),
  })
}
