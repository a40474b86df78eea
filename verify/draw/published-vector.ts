import { existsSync, readFileSync } from 'node:fs'
import type { Commitment, Result } from './files.ts'

export const vectorFile = new URL('../../docs/formats/vectors/draw.json', import.meta.url)

/** `docs/formats/vectors/draw.json`: one lottery, decided in each of the three ways. */
export interface Vector {
  pool: object
  quotas: object
  lottery: { panels: string[][] }
  hashes: Record<string, string>
  decided: {
    commitment: Commitment
    commitment_hash: string
    value: Result['value']
    number: number
    panel: string[]
  }[]
}

export function published(): Vector {
  if (!existsSync(vectorFile)) throw new Error('docs/formats/vectors/draw.json is not there.')
  return JSON.parse(readFileSync(vectorFile, 'utf8'))
}
