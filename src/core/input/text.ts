import { z } from 'zod'
import { defineMessages, say, sayWith } from '../i18n/messages.ts'

/** What can be wrong with any text; zod carries the message's id, the page says it in the reader's language. */
export const inputMessages = defineMessages('input', {
  missing: say('Fill this in.'),
  tooLong: sayWith<{ most: number }>('Make it at most {most, number} characters long.'),
  unreadable: say(
    'This holds characters that cannot be shown (control or broken characters). Remove them; the rest is kept.',
  ),
  overrides: say(
    'This holds invisible characters that turn the direction of text round. Type it again without them.',
  ),
  oneOf: say('Choose one of the answers offered.'),
  notADate: say('Write the date as year-month-day, for example 2026-11-22.'),
  notAnAddress: say('This does not look like an e-mail address. It needs one @ and no spaces.'),
})

// Everything below the space but tab and line breaks, and the delete character.
const CONTROL = /[\p{Cc}--[\t\n\r\u0080-\u009f]]/v
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
// Left-to-right and right-to-left override: they make "gpj.exe" out of "exe.jpg". Marks and isolates stay: Urdu needs them.
const OVERRIDES = /[\u202d\u202e]/

/** Whether every character can be kept and shown. */
export function isReadable(text: string): boolean {
  return !CONTROL.test(text) && !LONE_SURROGATE.test(text) && !OVERRIDES.test(text)
}

const clean = (text: string) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim()

const WHAT_GOES = new RegExp(`${CONTROL.source}|${OVERRIDES.source}`, 'gv')

/** Words of a mail or a file without what cannot be kept or shown: nobody can be asked to type them again. */
export function readableOf(words: string): string {
  return clean(words.replace(WHAT_GOES, '').toWellFormed())
}

/** One line: a title, a name. Line breaks become spaces. */
export function lineOf(most: number, missing?: string) {
  return words(most, missing).transform((text) => text.replace(/\s*\n\s*/g, ' '))
}

/**
 * Words of several lines, as they were written: Unicode in NFC, `\n` between lines, nothing else changed. `missing` is the id
 * of the sentence that names the box: in a summary of errors "Fill this in" tells nobody what.
 */
export function words(most: number, missing = inputMessages.missing.id) {
  return z
    .string({ error: missing })
    .max(most * 2, { error: `${inputMessages.tooLong.id}:${most}` })
    .transform(clean)
    .pipe(
      z
        .string()
        .min(1, { error: missing })
        .refine((text) => [...text].length <= most, { error: `${inputMessages.tooLong.id}:${most}` })
        .refine((text) => !CONTROL.test(text) && !LONE_SURROGATE.test(text), {
          error: inputMessages.unreadable.id,
        })
        .refine((text) => !OVERRIDES.test(text), { error: inputMessages.overrides.id }),
    )
}

/** A field that a form sends empty when nothing was typed. */
export function orNothing<T extends z.ZodType>(schema: T) {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.optional(),
  )
}

export const emailAddress = z
  .string({ error: inputMessages.notAnAddress.id })
  .trim()
  .toLowerCase()
  .max(254, { error: inputMessages.notAnAddress.id })
  .regex(/^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\.]+$/, {
    error: inputMessages.notAnAddress.id,
  })

/** A day as year-month-day; `missing` is the id of the sentence that names the box. */
export const dayOf = (missing: string) => z.iso.date({ error: missing })

export const isoDay = dayOf(inputMessages.notADate.id)
