import type { Answer } from './vote-table.ts'

const WORDS: Readonly<Record<string, Answer>> = { agree: 1, disagree: -1, pass: 0 }
const NUMBER = /^([+-]?)([01])(?:\.0+)?$/
const MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/

/** The vote in a cell, or undefined. `agreeIs` says which number stands for agree; words never change. */
export function answerIn(text: string, agreeIs: 1 | -1): Answer | undefined {
  if (text === '1') return agreeIs
  if (text === '-1') return agreeIs === 1 ? -1 : 1
  const trimmed = text.trim().toLowerCase()
  const word = WORDS[trimmed]
  if (word !== undefined) return word
  const [, sign, digit] = NUMBER.exec(trimmed.replace('\u2212', '-')) ?? []
  if (digit === undefined) return undefined
  if (digit === '0') return 0
  return (sign === '-') === (agreeIs === 1) ? -1 : 1
}

export function notAnAnswer(text: string, agreeIs: 1 | -1, mayBeEmpty: boolean): string {
  const rest = mayBeEmpty ? ', or nothing if they have not seen it' : ''
  return `"${text.trim()}" is not a vote: write ${agreeIs} (agree), ${-agreeIs} (disagree) or 0 (pass)${rest}.`
}

/** A moment as a number that grows with time: milliseconds (or any count) as they stand, ISO 8601 as milliseconds. */
export function timeIn(text: string): number | undefined {
  const trimmed = text.trim()
  if (/^\d{1,16}$/.test(trimmed)) return Number(trimmed)
  if (!MOMENT.test(trimmed)) return undefined
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(trimmed) ? trimmed : `${trimmed}Z`
  const time = Date.parse(zoned.replace(' ', 'T'))
  return Number.isNaN(time) ? undefined : time
}

export function notATime(text: string): string {
  return `"${text.trim()}" is not a time: write milliseconds since 1970, or as in 2026-05-07T09:30:00Z.`
}
