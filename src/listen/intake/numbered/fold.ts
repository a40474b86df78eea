import { inLatinDigits } from './digits.ts'

/** A text as it is compared: without what people type differently and mean the same. */
export interface Folded {
  text: string
  /** Where each letter of `text` stands in the original; one more for the end. */
  from: readonly number[]
  original: string
}

/** Letters of one alphabet that stand for each other on different keyboards; what does not come apart by itself. */
const SAME: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ه: 'ہ',
  ة: 'ہ',
  ۃ: 'ہ',
  ے: 'ی',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '：': ':',
  '؛': ';',
  '،': ',',
  '۔': '.',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '﹕': ':',
}

/** Marks of direction, joiners and blanks of no width: programs put them in and nobody sees them. Nor is a thumb's colour asked. */
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Emoji_Modifier}/u

/** Small letters, no accents, figures in Latin, one kind of dash; each letter knows where it came from. Pure. */
export function fold(original: string): Folded {
  let text = ''
  const from: number[] = []
  let at = 0
  for (const letter of original) {
    const plain = plainOf(letter)
    for (let count = 0; count < plain.length; count += 1) from.push(at)
    text += plain
    at += letter.length
  }
  return { text, from: [...from, original.length], original }
}

function plainOf(letter: string): string {
  if (letter === '\n') return '\n'
  if (UNSEEN.test(letter)) return ''
  if (/\s/u.test(letter)) return ' '
  if (/\p{Nd}/u.test(letter)) return inLatinDigits(letter)
  const apart = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...apart].map((one) => SAME[one] ?? one).join('')
}

/** The original from a place in the folded text on. */
export const originalFrom = ({ original, from }: Folded, at: number) => original.slice(from[at])
