import { z } from 'zod'
import { inLatinDigits } from '../numbered/digits.ts'

/** A text message as a provider brings it. */
export const textInput = z.object({
  /** The provider's own id: the same once more changes nothing. */
  id: z.string().min(1).max(200),
  from: z
    .string()
    .transform(digitsOf)
    .pipe(z.string().regex(/^\+\d{5,18}$/)),
  text: z.string().max(5_000),
  /** Of a long message that comes in pieces. */
  part: z
    .object({
      reference: z.union([z.string().min(1).max(100), z.number().int()]).transform(String),
      number: z.number().int().min(1).max(255),
      of: z.number().int().min(1).max(255),
    })
    .optional(),
})

export type TextIn = z.infer<typeof textInput>

/** "+44 7700 900123" and "0044…" as `+447700900123`. */
function digitsOf(number: string): string {
  const bare = number.replace(/[\s().-]/g, '')
  return bare.startsWith('00') ? `+${bare.slice(2)}` : bare
}

/** "2417 our buses…": which call it answers, in whatever digits, and what it says; null where it names none. */
export function readText(text: string): { call: number | null; words: string } {
  const clean = text.trim()
  const found = /^[#№]?\s*(\p{Nd}{1,12})(?=$|[\s:.,،)-])[\s:.,،)-]*/u.exec(clean)
  if (!found) return { call: null, words: clean }
  return { call: Number(inLatinDigits(found[1] ?? '')), words: clean.slice(found[0].length).trim() }
}
