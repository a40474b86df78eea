import type { ComponentChildren } from 'preact'
import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { TextArea } from '#ui/field/fields.tsx'
import { Said } from '#ui/quote/quote.tsx'
import { paragraphName } from '../part-names.ts'
import { fieldOf } from '../written-in.ts'

export interface SideBySideProps {
  t: Translate
  /** What stands on the left, and its language. */
  original: { words: string; language: string }
  paragraph: { part: string; place: number }
  /** What stands in the box, and its language. */
  written: { words: string; language: string }
  problems: readonly FieldProblem[]
  children?: ComponentChildren
}

/** A paragraph of the original beside the box for its translation; one under the other on a phone. */
export function SideBySide({ t, original, paragraph, written, problems, children }: SideBySideProps) {
  const name = fieldOf(paragraph)
  const rows = Math.min(14, 2 + Math.ceil(original.words.length / 60))
  return (
    <div class="columns broad pair">
      <Said lang={original.language} dir={directionOf(original.language)}>
        {original.words}
      </Said>
      <div class="stack tight">
        <TextArea
          name={name}
          label={paragraphName(t, paragraph)}
          value={written.words}
          lang={written.language}
          dir={directionOf(written.language)}
          rows={rows}
          error={problems.find(({ field }) => field === name)?.message}
        />
        {children}
      </div>
    </div>
  )
}

/** What was typed comes back; else what is kept. */
export function typedOr(typed: Readonly<Record<string, unknown>>, name: string, kept: string): string {
  const value = typed[name]
  return typeof value === 'string' && value !== '' ? value : kept
}
