import type { TestHouse } from './open-test-house.ts'

/** What was written to an address so far, the oldest first, once the jobs have run. */
export async function lettersTo(house: TestHouse, address: string) {
  await house.runJobs()
  return house.db
    .selectFrom('lettersOut')
    .select(['subject', 'text'])
    .where('toAddress', '=', address)
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
}

/** The text of the newest letter to an address. */
export async function newestLetterTo(house: TestHouse, address: string): Promise<string> {
  return (await lettersTo(house, address)).at(-1)?.text ?? ''
}

/** What the newest letter to an address that holds such a thing says of it: a link, a code. */
export async function inLetterTo(house: TestHouse, address: string, pattern: RegExp): Promise<string> {
  const letters = await lettersTo(house, address)
  const found = letters.map(({ text }) => pattern.exec(text)?.[0])
  return found.findLast((one) => one !== undefined) ?? ''
}

export const SIGN_IN = /\/sign-in\/[\w-]+/
export const CODE = /([2-9A-Z]{4}-){3}[2-9A-Z]{4}/
