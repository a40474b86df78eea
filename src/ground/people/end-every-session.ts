import type { Tx } from '#core/db/connect.ts'

/**
 * Signs everybody out: after a break-in, or a restored backup, which would bring back sessions and links that were ended since. Links
 * first: whoever is just signing in by one holds its row, and their new session is there when it is let go.
 */
export async function endEverySession(tx: Tx): Promise<void> {
  await tx.deleteFrom('signInLinks').execute()
  await tx.deleteFrom('passkeyChallenges').execute()
  await tx.deleteFrom('sessions').execute()
}
