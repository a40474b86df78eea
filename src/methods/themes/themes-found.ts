import type { Agreement } from './compare-codes.ts'
import type { Measured } from './measured-names.ts'
import type { Standing } from './place-in-themes.ts'

/** What `findThemes` returns, in the names of the public JSON. */
export interface ThemesFound {
  answers: AnswerThemes[]
  themes: Theme[]
  /** How the calculation was made, so that it can be made again. */
  made: { seed: string; vectors: string; answers: number; duplicates: number; without_theme: number }
  /** Does the story hold? By language (or `all`), adjusted mutual information of repeated runs with this one, 1 the same. */
  stability: StabilityOf[]
  /** How well stance and sentiment are told, by language; empty where people coded none. */
  measured?: { stance: Measured[]; sentiment: Measured[] }
  /** How the themes compare with those that people gave a sample. */
  agreement?: Agreement
  /** What new texts can be measured by, the largest language first; only when asked for. */
  described?: DescribedPart[]
}

/** The themes of one language; `language` is the one whose texts, and all of languages too small for themes of their own, lie in it. */
export interface DescribedPart extends Standing {
  language: string
}

export interface AnswerThemes {
  /** 1 for the first answer. */
  row: number
  /** Ids of at most three themes of the lower level, the surest first. */
  themes: string[]
  /** For each of `themes` the share of repeated runs in which such an answer was in such a theme. */
  sure: number[]
  /** BCP 47, `und` where it could not be told. */
  language: string
  /** The row of the earliest answer in the same words. */
  duplicate_of?: number
  /** As people coded it, as told by a measured model, or `not assessed`. */
  stance?: string
  sentiment?: string
}

export interface Theme {
  id: string
  /** The broad theme it is part of. */
  parent?: string
  label: string
  words: string[]
  /** Answers in it, duplicates counted. */
  size: number
  /** Different wordings in it. */
  wordings: number
  quotations: Quotation[]
  /** The language of most of its answers. */
  language: string
  /** Found among answers that no large theme fitted. */
  is_small?: boolean
}

export interface Quotation {
  row: number
  text: string
}

export interface StabilityOf {
  language: string
  answers: number
  /** Runs started elsewhere: the story itself has no seed. */
  seeds: number
  /** Runs on four answers in five. */
  samples: number
}
