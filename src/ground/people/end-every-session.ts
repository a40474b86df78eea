import type { Tx } from '#core/db/connect.ts'

/** Signs everybody out: a restored backup would bring back sessions and links that were ended since. */
export async function endEverySession(tx: Tx): Promise<void> {
  await tx.deleteFrom('sessions').execute()
  await tx.deleteFrom('signInLinks').execute()
  await tx.deleteFrom('passkeyChallenges').execute()
}
