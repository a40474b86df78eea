import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonical } from '../record/canonical.ts'
import { Misuse } from '../say.ts'

/** The published files of a draw, shaped as docs/formats/draw.md says. */
export interface DrawFiles {
  pool: { categories: string[]; people: Candidate[] }
  quotas: { size: number; quotas: Quota[] }
  lottery: { method: string; panels: string[][]; never: string[]; proof?: Proof }
  commitment: Commitment
  result?: Result
}

export interface Candidate {
  id: string
  values: string[]
  household?: number
}

export interface Quota {
  category: string
  value: string
  min: number
  max: number
}

export interface Proof {
  high: string
  quotas: string[]
  homes: { home: string; price: string }[]
  size: string
}

export interface Commitment {
  pool: string
  quotas: string
  lottery: string
  code: string
  decided_by: { kind: string; chain?: string; round?: number; sides?: number }
  committed_at?: string
}

export interface Result {
  commitment: string
  value: {
    kind: string
    seed?: string
    round?: number
    randomness?: string
    signature?: string
    rolls?: number[]
  }
  number: number
  panel: string[]
}

export function hashOf(document: unknown): string {
  return createHash('sha256').update(canonical(document), 'utf8').digest('hex')
}

/** Reads a folder; a file that is missing, is no JSON or has another shape ends the check before any verdict. */
export function readDrawFiles(folder: string): DrawFiles {
  const pool = read(folder, 'pool', ['categories', 'people'])
  const quotas = read(folder, 'quotas', ['size', 'quotas'])
  const lottery = read(folder, 'lottery', ['method', 'panels', 'never'])
  const commitment = read(folder, 'commitment', ['pool', 'quotas', 'lottery', 'code', 'decided_by'])
  const hasResult = existsSync(join(folder, 'result.json'))
  const result = hasResult ? read(folder, 'result', ['commitment', 'value', 'number', 'panel']) : undefined
  const files: unknown = { pool, quotas, lottery, commitment, ...(result ? { result } : {}) }
  if (!isDraw(files)) throw new Misuse(`The files in ${folder} are not shaped as docs/formats/draw.md says.`)
  return files
}

function read(folder: string, name: string, members: string[]): Record<string, unknown> {
  const file = join(folder, `${name}.json`)
  if (!existsSync(file)) throw new Misuse(`There is no ${file}.`)
  const document = parse(readFileSync(file, 'utf8'))
  if (!isRecord(document)) throw new Misuse(`${file} is no JSON object.`)
  if (document.format !== `folkmoot draw ${name}/v1`)
    throw new Misuse(`${file} is of the format "${String(document.format)}", not "folkmoot draw ${name}/v1".`)
  const missing = members.find((member) => !(member in document))
  if (missing) throw new Misuse(`${file} has no "${missing}".`)
  return document
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function isDraw(files: unknown): files is DrawFiles {
  if (!isRecord(files)) return false
  const { pool, quotas, lottery, commitment, result } = files
  return (
    isRecord(pool) &&
    isTexts(pool.categories) &&
    Array.isArray(pool.people) &&
    pool.people.every(isCandidate) &&
    isRecord(quotas) &&
    Number.isInteger(quotas.size) &&
    Array.isArray(quotas.quotas) &&
    quotas.quotas.every(isQuota) &&
    isRecord(lottery) &&
    isTexts(lottery.never) &&
    isLottery(lottery) &&
    isRecord(commitment) &&
    isRecord(commitment.decided_by) &&
    (result === undefined || (isRecord(result) && isRecord(result.value) && isTexts(result.panel)))
  )
}

function isLottery(lottery: Record<string, unknown>): boolean {
  const { panels, proof } = lottery
  if (!Array.isArray(panels) || panels.length === 0 || !panels.every(isTexts)) return false
  if (proof === undefined) return true
  if (!isRecord(proof) || !isTexts(proof.quotas) || !Array.isArray(proof.homes)) return false
  return (
    isWhole(proof.size) &&
    proof.quotas.every(isWhole) &&
    proof.homes.every((home) => isRecord(home) && isWhole(home.price))
  )
}

function isWhole(value: unknown): boolean {
  return typeof value === 'string' && /^-?\d+$/.test(value)
}

function isCandidate(value: unknown): boolean {
  return isRecord(value) && typeof value.id === 'string' && isTexts(value.values)
}

function isQuota(value: unknown): boolean {
  if (!isRecord(value) || typeof value.category !== 'string' || typeof value.value !== 'string') return false
  return Number.isInteger(value.min) && Number.isInteger(value.max)
}
