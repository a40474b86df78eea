import type { Tx } from '#core/db/connect.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import { clerkAddresses } from '#ground/bodies/clerk-addresses.ts'

export interface Telling {
  now: Date
  baseUrl: string
  /** In a language where the house speaks it. */
  speak(language: string): Translate
}

/** A letter to each clerk of a body, in their language. */
export async function tellClerks(
  tx: Tx,
  { now, speak }: Telling,
  { bodyId, letter }: { bodyId: string; letter(t: Translate): { subject: string; text: string } },
): Promise<void> {
  for (const { address, language } of await clerkAddresses(tx, { bodyId, now }))
    await writeLetter(tx, { to: address, ...letter(speak(language)) }, now)
}
