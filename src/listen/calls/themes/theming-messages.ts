import type { SureTable, ThemeMeasure } from '#methods/themes/place-in-themes.ts'
import type { ThemesFound } from '#methods/themes/themes-found.ts'

/** What the computing process is handed. */
export interface ToBeThemed {
  texts: string[]
  languages: string[]
  /** As people coded a closed sample, `''` elsewhere; absent where nothing was coded. */
  stances?: string[]
  sentiments?: string[]
  seed: string
}

export interface PackedPart {
  language: string
  themes: readonly ThemeMeasure[]
  sure: SureTable
  space: Uint8Array
}

/** What it tells. */
export type Told =
  | { kind: 'stage'; stage: string; share: number }
  | {
      kind: 'found'
      found: Omit<ThemesFound, 'described'>
      spaces: PackedPart[]
      /** Seconds of processor it took. */
      processor: number
    }
  | { kind: 'failed'; why: string }

export type FoundByProcess = Omit<Extract<Told, { kind: 'found' }>, 'kind'>
