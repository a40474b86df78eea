import type { TestHouse } from './open-test-house.ts'

const DAMP = {
  title: 'Give every private tenant a damp inspection within 14 days',
  words: 'My son coughs all winter, and the landlord sends a man with paint.',
  authorship: 'named',
  to: 'housing',
}

export interface HandedInForTest {
  number: number
  path: string
  /** Null when an account is the handle. */
  key: string | null
}

/** Hands something in as a stranger, or as somebody of the world. */
export async function handedIn(
  house: TestHouse,
  fields: Record<string, string> = {},
  by?: keyof TestHouse['world']['people'],
): Promise<HandedInForTest> {
  const author = by ? await house.as(by) : house.visitor()
  const reply = await author.postJson('/api/v1/submissions', { ...DAMP, ...fields })
  const { number, receipt } = reply.json() as { number: number; receipt: { key?: string } }
  return { number, path: `/submissions/${number}`, key: receipt.key ?? null }
}

export interface Told {
  state: string
  custody: { body: string; due_at: string; overdue: boolean } | null
  story: { type: string; body: string | null; words: Record<string, unknown> | null }[]
}

/** The story as a stranger's program reads it. */
export async function storyOf(house: TestHouse, { path }: { path: string }): Promise<Told> {
  return (await house.visitor().getJson(`/api/v1${path}`)).json()
}

/** Lets the five minutes of a decision pass, and has it announced. */
export async function announce(house: TestHouse): Promise<void> {
  house.clock.moveOn(5 * 60_000)
  await house.runJobs()
}

/** Handed in with the name withheld, decided by Noor for the housing commission, and announced. */
export async function decided(
  house: TestHouse,
  fields: Record<string, string>,
  by?: keyof TestHouse['world']['people'],
): Promise<HandedInForTest & { key: string }> {
  const motion = await handedIn(house, { authorship: 'withheld' }, by)
  const noor = await house.as('noor')
  await noor.post(`${motion.path}/decision`, { reason: 'Because we looked into it.', ...fields })
  await announce(house)
  return { ...motion, key: motion.key ?? '' }
}
