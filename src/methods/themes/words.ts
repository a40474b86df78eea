/**
 * Texts to words, the same way for every script and on every machine: no locale, no dictionary.
 * Rejected: `Intl.Segmenter`, whose word breaks change with the ICU release.
 */

/** Marks that writers of Latin, Greek, Cyrillic, Hebrew and Arabic script leave out at will. */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed]/g
/** Direction marks, joiners, soft hyphens and apostrophes: they hold no meaning between letters. */
const INVISIBLE_OR_APOSTROPHE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff'\u2019\u02bc]/g
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu
/** Scripts written without spaces: a run of letters is cut into overlapping pairs. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Letters that Unicode does not take apart, and Arabic shapes that Urdu and Persian keyboards write otherwise. */
const SAME_LETTER: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ه: 'ہ',
}
const SAME_LETTERS = /[łøđßæœيىكه]/g

/** Folds case, width, accents and apostrophes, so that `Café’s` and `CAFES` read alike. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(INVISIBLE_OR_APOSTROPHE, '')
    .replace(OPTIONAL_MARKS, '')
    .replace(SAME_LETTERS, (letter) => SAME_LETTER[letter] ?? letter)
    .normalize('NFC')
}

/** The folded words of a text in order; unspaced scripts give overlapping pairs of letters. */
export function wordsOf(text: string): string[] {
  return splitUnspaced(foldText(text).match(WORD) ?? [])
}

/** The words as written, in order: for labels, which must look as people write. */
export function writtenWordsOf(text: string): string[] {
  const whole = text.normalize('NFC').match(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’](?=\p{L}))*/gu)
  return splitUnspaced(whole ?? [])
}

function splitUnspaced(words: readonly string[]): string[] {
  if (!words.some((word) => UNSPACED.test(word))) return [...words]
  return words.flatMap((word) => (UNSPACED.test(word) ? pairsOf([...word]) : [word]))
}

function pairsOf(letters: readonly string[]): string[] {
  if (letters.length < 2) return [...letters]
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

/** 32 bits of FNV-1a over UTF-16 units with the finish of MurmurHash3, so that near strings lie far apart. */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return mixBits(hash)
}

/** The 32-bit finaliser of MurmurHash3 (Appleby, public domain). */
export function mixBits(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
