import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { keptIn } from '#ui/form/kept.ts'
import type { Gathering } from '../find-gathering.ts'
import type { Holder } from '../places-to-organise.ts'

export interface GatheringFormPageProps {
  t: Translate
  /** Null for a new one. */
  gathering: Gathering | null
  holders: readonly Holder[]
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  once: () => string
}

/** What a box of the form shows: what was typed, and what is wrong with it. */
export function kept({ typed, problems }: GatheringFormPageProps, name: string) {
  return keptIn(typed, problems).field(name)
}
