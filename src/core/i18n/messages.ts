/** A sentence the software says, in English, with the values it needs; other languages stand in `locales/<lang>/<slice>.json`. */
export interface Message<Values = unknown> {
  /** `slice.name`, filled in by `defineMessages`. */
  id: string
  /** ICU MessageFormat. */
  english: string
  /** For translators: where it stands, what a value is. */
  note?: string
  /** Never set: carries the type of the values. */
  readonly values?: Values
}

/** No values at all. */
export type Plain = Record<string, never>

type Value = string | number | Date | boolean

/** A message without values. */
export function say(english: string, note?: string): Message<Plain> {
  return { id: '', english, note }
}

/** A message with values: `sayWith<{ name: string }>('With {name}')`. */
export function sayWith<Values extends Record<string, Value>>(
  english: string,
  note?: string,
): Message<Values> {
  return { id: '', english, note }
}

type AnyMessage = Omit<Message, 'values'>

const known = new Map<string, AnyMessage>()

/** Gives every message of a slice its id and makes it known to the check that each language has it. */
export function defineMessages<M extends Record<string, AnyMessage>>(slice: string, messages: M): M {
  for (const [name, message] of Object.entries(messages)) {
    message.id = `${slice}.${name}`
    known.set(message.id, message)
  }
  return messages
}

/** Every message defined so far, by id. */
export function knownMessages(): ReadonlyMap<string, AnyMessage> {
  return known
}
