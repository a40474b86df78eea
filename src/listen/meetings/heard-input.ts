import { z } from 'zod'
import { orNothing, words } from '#core/input/text.ts'
import { KINDS } from '../../propose/submissions/index.ts'
import { m } from './messages.ts'

const MOST_WORDS = 4_000
export const MOST_ROWS = 500
/** Rows of the form that needs no script. */
export const FORM_ROWS = 10

const row = z.object({
  /** Made where it was typed: sending it again changes nothing. */
  id: z.uuid({ error: m.idMissing.id }),
  words: words(MOST_WORDS),
  kind: z.enum(KINDS).catch('idea').default('idea'),
})

export const sheetInput = z.object({
  people_there: orNothing(
    z.coerce
      .number({ error: m.peopleWrong.id })
      .int({ error: m.peopleWrong.id })
      .min(0, { error: m.peopleWrong.id })
      .max(1_000_000, { error: m.peopleWrong.id }),
  ),
  /** The body that hears it; a call's answers go to the call. */
  to: orNothing(z.string().max(100)),
  language: orNothing(z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)),
  rows: z.array(row).max(MOST_ROWS, { error: m.tooManyRows.id }),
})

export type Sheet = z.infer<typeof sheetInput>

/** A form's `words-3`, `id-3`, `kind-3` as rows; JSON brings `rows` itself. An empty row is no row. */
export function sheetOf(form: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (Array.isArray(form.rows)) return form
  const rows = placesOf(form).flatMap((place) => {
    const typed = form[`words-${place}`]
    if (typeof typed !== 'string' || typed.trim() === '') return []
    return [{ id: form[`id-${place}`], words: typed, kind: form[`kind-${place}`] }]
  })
  return { ...form, rows }
}

/** The numbers of the rows that a form brought, in their order; a script may have added some. */
export function placesOf(form: Readonly<Record<string, unknown>>): number[] {
  return Object.keys(form)
    .flatMap((name) => /^words-(\d{1,4})$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
    .slice(0, MOST_ROWS + 1)
}

const LONGEST_TITLE = 120

/** The first sentence, or as much of it as a title holds, cut between words. */
export function titleOf(words: string): string {
  const [first = ''] = words.split(/(?<=[.!?؟۔…])\s|\n/u)
  const line = first.replace(/\s+/g, ' ').trim()
  if ([...line].length <= LONGEST_TITLE) return line
  const cut = [...line].slice(0, LONGEST_TITLE - 1).join('')
  const atWord = cut.lastIndexOf(' ')
  return `${atWord > LONGEST_TITLE / 2 ? cut.slice(0, atWord) : cut}…`
}
