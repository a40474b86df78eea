import { unorderedId } from '#core/ids/ids.ts'
import type { TestHouse } from './open-test-house.ts'

/** What its organiser types. */
export const LISTENING = {
  title: 'What would make Millbrook easier to live in?',
  about: 'Bring a neighbour. We write down **everything** that is said.',
  kind: 'listening-event',
  holder: 'unit:millbrook',
  starts: '2026-11-24T19:00',
  ends: '2026-11-24T21:00',
  zone: 'Europe/London',
  address: 'Mill Hall, 4 Weir Lane, Millbrook',
  online_url: 'https://rooms.example/mill',
  audience: 'anyone',
  contact: 'Idris, 01632 960 123',
  'access_step-free': 'yes',
  access_creche: 'no',
  access_interpreter: 'yes',
  access_interpreter_detail: 'Urdu and BSL',
}

/** The same on another day, elsewhere. */
export const MOVED = {
  ...LISTENING,
  title: 'Moved',
  starts: '2026-11-25T19:00',
  ends: '2026-11-25T21:00',
  address: 'Library',
}

/** A gathering of Millbrook, announced by its secretary Idris, or as `fields` and `by` say. */
export async function announced(
  house: TestHouse,
  fields: Record<string, string> = {},
  by: keyof TestHouse['world']['people'] = 'idris',
): Promise<{ number: number; path: string }> {
  const organiser = await house.as(by)
  const reply = await organiser.postJson('/gatherings', { ...LISTENING, ...fields })
  const { number } = reply.json() as { number: number }
  return { number, path: `/gatherings/${number}` }
}

export interface Registered {
  place: boolean
  key?: string
}

/** Wren, who has no account, registers. */
export async function registered(
  house: TestHouse,
  path: string,
  fields: Record<string, unknown> = {},
): Promise<Registered> {
  const reply = await house
    .visitor()
    .postJson(`${path}/registration`, { name: 'Wren', ...fields }, { 'idempotency-key': unorderedId() })
  return reply.json()
}
