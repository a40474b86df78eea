import { BackThread } from '#core/thread/back-thread.ts'
import type { SlipCode } from '../slips/slip-code.ts'

const reader = new BackThread<Uint8Array, SlipCode | null>(new URL('./code-reader.ts', import.meta.url))

/** Finds a slip's code in a photograph, whichever way up; null when there is none or it is no picture. */
export async function readSlipCode(photograph: Buffer): Promise<SlipCode | null> {
  return reader.ask(photograph)
}
