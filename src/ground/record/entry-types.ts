import type { Message, Plain } from '#core/i18n/messages.ts'
import { knownMessages, say } from '#core/i18n/messages.ts'

const glosses = new Map<string, Message<Plain>>()

/** Makes the glosses of every slice known to the story; called once, when the house is put together. */
export function learnEntryTypes(types: Readonly<Record<string, Message<Plain>>>): void {
  for (const [kind, gloss] of Object.entries(types)) glosses.set(kind, gloss)
}

/** A type of entry in plain words; its own name for one that no slice declared. */
export function entryGloss(kind: string): Message<Plain> {
  return glosses.get(kind) ?? { ...say(kind), id: knownMessages().has(kind) ? kind : `unknown.${kind}` }
}
