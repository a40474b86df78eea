import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { OperatorError } from '#core/operator-error.ts'
import {
  type Commitment,
  commitmentTo,
  type DecidedBy,
  type DecidingValue,
  hashOf,
  type Lottery,
  type LotteryDocument,
  lotteryDocument,
  type PoolDocument,
  poolDocument,
  type QuotasDocument,
  quotasDocument,
  type ResultDocument,
} from '#methods/sortition/index.ts'
import type { Asked } from './read-asked.ts'

/** The files of a draw, as `docs/formats/draw.md` describes them. */
export interface PublishedDraw {
  pool: PoolDocument
  quotas: QuotasDocument
  lottery: LotteryDocument
  commitment: Commitment
  result?: ResultDocument | undefined
}

export function documentsOf(
  lottery: Lottery,
  asked: Asked,
  { by, committedAt }: { by: DecidedBy; committedAt?: string },
): PublishedDraw {
  const documents = {
    pool: poolDocument(asked.pool, asked.quotas),
    quotas: quotasDocument(asked.quotas, asked.size),
    lottery: lotteryDocument(lottery, asked),
  }
  return { ...documents, commitment: commitmentTo(documents, by, committedAt) }
}

export function resultOf(draw: PublishedDraw, value: DecidingValue, number: number): ResultDocument {
  return {
    format: 'folkmoot draw result/v1',
    commitment: hashOf(draw.commitment),
    value,
    number,
    panel: draw.lottery.panels[number - 1] ?? [],
  }
}

export async function writeDraw(folder: string, draw: PublishedDraw): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, document] of Object.entries(draw))
    if (document) await writeFile(join(folder, `${name}.json`), `${JSON.stringify(document, null, 1)}\n`)
}

const person = z.object({ id: z.string(), values: z.array(z.string()), household: z.number().optional() })
const quota = z.object({ category: z.string(), value: z.string(), min: z.number(), max: z.number() })
const decidedBy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('seed') }),
  z.object({ kind: z.literal('drand'), chain: z.string(), round: z.number() }),
  z.object({ kind: z.literal('dice'), sides: z.number() }),
])
const beacon = z.object({
  round: z.number(),
  randomness: z.string(),
  signature: z.string(),
  previous_signature: z.string().optional(),
})
const value = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('seed'), seed: z.string() }),
  z.object({ kind: z.literal('drand'), ...beacon.shape }),
  z.object({ kind: z.literal('dice'), rolls: z.array(z.number()) }),
])
const proof = z.object({
  high: z.string(),
  quotas: z.array(z.string()),
  homes: z.array(z.object({ home: z.string(), price: z.string() })),
  size: z.string(),
})
const poolFile = z.object({
  format: z.literal('folkmoot draw pool/v1'),
  categories: z.array(z.string()),
  people: z.array(person),
})
const quotasFile = z.object({
  format: z.literal('folkmoot draw quotas/v1'),
  size: z.number(),
  quotas: z.array(quota),
})
const lotteryFile = z.object({
  format: z.literal('folkmoot draw lottery/v1'),
  method: z.enum(['leximin', 'maximin', 'nash']),
  panels: z.array(z.array(z.string())),
  never: z.array(z.string()),
  proof: proof.optional(),
})
const commitmentFile = z.object({
  format: z.literal('folkmoot draw commitment/v1'),
  pool: z.string(),
  quotas: z.string(),
  lottery: z.string(),
  code: z.string(),
  decided_by: decidedBy,
  committed_at: z.string().optional(),
})
const resultFile = z.object({
  format: z.literal('folkmoot draw result/v1'),
  commitment: z.string(),
  value,
  number: z.number(),
  panel: z.array(z.string()),
})

/** The draw in a folder, its documents held against the commitment's hashes. */
export async function readDraw(folder: string): Promise<PublishedDraw> {
  const draw = {
    pool: await readDocument(join(folder, 'pool.json'), poolFile),
    quotas: await readDocument(join(folder, 'quotas.json'), quotasFile),
    lottery: await readDocument(join(folder, 'lottery.json'), lotteryFile),
    commitment: await readDocument(join(folder, 'commitment.json'), commitmentFile),
  }
  for (const name of ['pool', 'quotas', 'lottery'] as const)
    if (hashOf(draw[name]) !== draw.commitment[name])
      throw new OperatorError(`${name}.json is not the file that was committed to: its hash differs.`)
  return draw
}

export function readResult(folder: string): Promise<ResultDocument> {
  return readDocument(join(folder, 'result.json'), resultFile)
}

/** A round as a beacon's API gives it, from a file. */
export function readRound(file: string) {
  return readDocument(file, beacon)
}

async function readDocument<Document>(file: string, schema: z.ZodType<Document>): Promise<Document> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) throw new OperatorError(`There is no file ${file}.`)
  const parsed = schema.safeParse(jsonFrom(text))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new OperatorError(`${file} is not as its format says: ${issue?.path.join('.')}: ${issue?.message}.`)
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
