import type { Tx } from '#core/db/connect.ts'
import { doOnce } from '#core/db/once.ts'
import { keyedHash } from '#core/ids/hashes.ts'

export const MINUTE_MS = 60_000
const ANSWERS_AN_HOUR = 6

/** Whether an address got so many answers of ours within the hour that the next waits. */
export async function isTooOften(tx: Tx, address: string, now: Date): Promise<boolean> {
  const { count } = await tx
    .selectFrom('lettersOut')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('toAddress', '=', address)
    .where('isReply', '=', true)
    .where('madeAt', '>', new Date(now.getTime() - 60 * MINUTE_MS))
    .executeTakeFirstOrThrow()
  return Number(count) >= ANSWERS_AN_HOUR
}

/** Runs `tell` unless the same was said to the same address within the last days. */
export async function tellOnce(
  tx: Tx,
  { to, what, secret, now }: { to: string; what: string; secret: Uint8Array; now: Date },
  tell: () => Promise<void>,
): Promise<void> {
  const key = keyedHash(secret, 'told by mail', `${what}\0${to}`).toString('hex')
  await doOnce(tx, { key, asker: 'mail', request: what, now }, async () => {
    await tell()
    return {}
  })
}
