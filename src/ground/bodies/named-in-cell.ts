import { emailAddress, isoDay } from '#core/input/text.ts'

/** Somebody as a cell of an imported table names them. */
export interface NamedInCell {
  email: string
  /** From `Ada Novak <ada@example.org>`: an account is made where there is none. */
  name: string | undefined
  fromOn: string | undefined
  toOn: string | undefined
  /** What is left: "chair". */
  seat: string | undefined
}

const PERSON = /^(?:([^<>]*)<\s*([^<>\s]+)\s*>|(\S+@\S+))\s*(.*)$/s

/**
 * Reads `ada@example.org 2026-11-01 2027-10-31 chair; Noor Haddad <noor@example.org>`: an address, or a name with one; then
 * one day (until) or two (from, until); then the seat. What cannot be read comes back in `unread`.
 */
export function namedInCell(cell: string): { people: NamedInCell[]; unread: string[] } {
  const parts = cell
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const read = parts.map((part) => ({ part, person: personIn(part) }))
  return {
    people: read.flatMap(({ person }) => person ?? []),
    unread: read.flatMap(({ part, person }) => (person ? [] : [part])),
  }
}

function personIn(part: string): NamedInCell | null {
  const [, name = '', withName, alone, rest = ''] = PERSON.exec(part) ?? []
  const email = emailAddress.safeParse(withName ?? alone)
  const words = rest.split(/\s+/).filter((word) => word !== '')
  const first = words.findIndex((word) => !/^\d/.test(word))
  const days = first === -1 ? words : words.slice(0, first)
  const areDays = days.length <= 2 && days.every((day) => isoDay.safeParse(day).success)
  if (!email.success || !areDays) return null
  const seat = words.slice(days.length).join(' ')
  const [one, two] = days
  return {
    email: email.data,
    name: name.trim() === '' ? undefined : name.trim(),
    fromOn: two === undefined ? undefined : one,
    toOn: two ?? one,
    seat: seat === '' ? undefined : seat,
  }
}
