import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import type { Question } from '../call.ts'
import { findCallOfTeam, openQuestions, type ThemedCall } from './call-with-themes.ts'
import { codingMessages } from './coding-messages.ts'
import { type Sample, samplesOf } from './samples-of.ts'

/** The samples of each open question of a call. */
export async function samplesByQuestion(x: Exchange, call: ThemedCall) {
  return Promise.all(
    openQuestions(call).map(async (question) => ({ question, samples: await samplesOf(x.db, question.id) })),
  )
}

/** A sample, with the question and the call it was drawn from. */
export interface OfSample {
  call: ThemedCall
  question: Question
  sample: Sample
}

/** The sample of the address, for whoever works on the themes of its call. */
export async function findSample(
  x: Exchange,
): Promise<{ ok: true; found: OfSample } | { ok: false; answer: Answer }> {
  const found = await findCallOfTeam(x)
  if (!found.ok) return found
  const all = await samplesByQuestion(x, found.found)
  for (const { question, samples } of all) {
    const sample = samples.find(({ id }) => id === x.params.id)
    if (sample) return { ok: true, found: { call: found.found, question, sample } }
  }
  return { ok: false, answer: problem(404, 'not-found', x.t(codingMessages.noSuchSample)) }
}
