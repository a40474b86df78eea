import type { Terminal } from '#core/cli/command.ts'
import { readOptions } from '#core/cli/options.ts'
import { OperatorError } from '#core/operator-error.ts'
import {
  bytesFromHex,
  findLottery,
  hashOf,
  loadSolver,
  numberDecidedBy,
  type Person,
  testFeasibility,
  vacancyDraw,
} from '#methods/sortition/index.ts'
import {
  documentsOf,
  type PublishedDraw,
  readDraw,
  readResult,
  resultOf,
  writeDraw,
} from './published-draw.ts'
import { listOf } from './read-asked.ts'
import { drawJson, drawWords, impossibleWords } from './say-draw.ts'

const kinds = { from: 'text', declined: 'text', seed: 'text', publish: 'text', json: 'flag' } as const

/** `./moot draw replace`: a draw like any other, for the places of those who left or declined. */
export async function drawReplacement(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readOptions(args, kinds)
  const wrong = !read.ok ? read.reason : wordsMissing(read.options)
  if (!read.ok || wrong) {
    terminal.err(wrong ?? '')
    return 2
  }
  const { from = '', declined, seed = '', publish, json } = read.options
  const vacancies = await vacanciesIn(from, listOf(declined))
  const solver = await loadSolver()
  const lottery = findLottery(solver, { ...vacancies, method: 'leximin' })
  if (!lottery) {
    const answer = testFeasibility(solver, vacancies)
    if (!answer.feasible) terminal.err(impossibleWords(answer, vacancies.size))
    return 1
  }
  const draw = drawn(documentsOf(lottery, vacancies, { by: { kind: 'seed' } }), seed)
  if (publish) await writeDraw(publish, draw)
  terminal.out(json ? JSON.stringify(drawJson(lottery, draw), null, 2) : drawWords(lottery, draw))
  return 0
}

function wordsMissing(options: {
  from?: string | undefined
  declined?: string | undefined
  seed?: string | undefined
}) {
  if (!options.from || !options.declined)
    return 'Name the draw and who is to be replaced: --from FOLDER --declined "ID, ID"'
  if (!options.seed || !bytesFromHex(options.seed))
    return 'A public seed decides: --seed and pairs of hexadecimal digits.'
  return undefined
}

async function vacanciesIn(folder: string, declined: readonly string[]) {
  const draw = await readDraw(folder)
  const result = await readResult(folder)
  if (result.commitment !== hashOf(draw.commitment))
    throw new OperatorError('result.json belongs to another commitment.')
  const stranger = declined.find((id) => !result.panel.includes(id))
  if (stranger !== undefined)
    throw new OperatorError(`${stranger} is not on the panel: ${result.panel.join(', ')}.`)
  const pool = draw.pool.people.map(({ id, values, household }): Person => {
    return household === undefined ? { id, values } : { id, values, household: String(household) }
  })
  const staying = result.panel.filter((id) => !declined.includes(id))
  return vacancyDraw({ pool, quotas: draw.quotas.quotas, size: draw.quotas.size, staying, declined })
}

function drawn(draw: PublishedDraw, seed: string): PublishedDraw {
  const value = { kind: 'seed', seed } as const
  const decided = numberDecidedBy(value, draw.commitment, draw.lottery.panels.length)
  return decided.ok ? { ...draw, result: resultOf(draw, value, decided.number) } : draw
}
