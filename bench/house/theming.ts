import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { inTransaction } from '#core/db/transaction.ts'
import { hasTexts, petitionTitles } from '#methods/themes/themefinder-set.ts'
import { openCall } from '../../src/app/trials/open-call.ts'
import { askForThemes, takeInAnswers } from '../../src/listen/calls/index.ts'
import { madeUpAnswers } from '../methods/made-up-answers.ts'
import type { BenchHouse } from './bench-house.ts'
import { count, type Row, times } from './row.ts'

const TITLES = 32_873
const ANSWERS_A_SET = 5_000
const MOST_GROWTH_MB = 64

/** Themes end to end, from asking to the last row stored, by the worker of a running house; beside it the memory of its web. */
export async function measureTheming(house: BenchHouse): Promise<Row[]> {
  const texts = hasTexts ? petitionTitles() : madeUpAnswers(TITLES)
  const questionId = await takeInAll(house, texts)
  const before = await memoryOf(house.pids.web)
  const { db } = house.database
  const { runId: id } = await askForThemes(db, { questionId, by: null, now: new Date() })
  const begun = performance.now()
  let [most, computed, processor] = [before, 0, 0]
  for (;;) {
    const run = await db
      .selectFrom('themingRuns')
      .select(['endedAt', 'failed', 'step', 'figures'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    most = Math.max(most, await memoryOf(house.pids.web))
    if (run.step === 'storing' && computed === 0) computed = performance.now() - begun
    if (run.failed !== null) throw new Error(`The themes failed: ${run.failed}`)
    if (run.endedAt !== null) {
      processor = processorIn(run.figures)
      break
    }
    await pause(250)
  }
  const seconds = (performance.now() - begun) / 1000
  const method = (computed || seconds * 1000) / 1000
  const work = `themes of ${count(texts.length)} ${hasTexts ? 'petition titles' : 'made-up answers'}, from asking to the last row`
  return [
    {
      work,
      measured: `${seconds.toFixed(1)} s (${processor} s of processor computing)`,
      aim: '120 s',
      peer: `until they were computed: ${method.toFixed(1)} s`,
      ratio: times(seconds / method),
      must: '≤ 1.25 ×',
      isHeld: seconds <= 120 && seconds / method <= 1.25,
    },
    {
      work: 'memory of the web process meanwhile',
      measured: `${Math.round(most)} MB`,
      aim: `+ ${MOST_GROWTH_MB} MB`,
      peer: `before: ${Math.round(before)} MB`,
      ratio: times(most / before),
      must: '≤ 1.25 ×',
      isHeld: most - before <= MOST_GROWTH_MB && most / before <= 1.25,
    },
  ]
}

function processorIn(figures: unknown): number {
  return typeof figures === 'object' && figures !== null && 'processor' in figures
    ? Number(figures.processor)
    : 0
}

/** Resident, in MB. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

async function takeInAll({ database: { db } }: BenchHouse, texts: readonly string[]): Promise<string> {
  const {
    call,
    question: { id: questionId },
  } = await openCall(db, { slug: `bench-themes-${Date.now()}` })
  for (let from = 0; from < texts.length; from += ANSWERS_A_SET) {
    const answers = texts.slice(from, from + ANSWERS_A_SET).map((words) => ({
      callId: call.id,
      route: 'import' as const,
      language: 'en',
      author: { authorship: 'anonymous' as const },
      standing: 'unknown' as const,
      words: [{ questionId, words }],
      marks: [],
    }))
    await inTransaction(db, (tx) => takeInAnswers(tx, answers, new Date()))
  }
  return questionId
}
