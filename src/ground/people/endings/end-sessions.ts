import type { Db, Tx } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { orderedId } from '#core/ids/ids.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { Letter } from '#core/mail/post.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { endEverySession } from '../end-every-session.ts'

export interface SessionEnding {
  /** Null: everybody's. */
  person: { id: string } | null
  withTokens: boolean
  withPasskeys: boolean
  reason: string
  by: { id: string; name: string }
  /** To the person; absent where there is no address, and for everybody. */
  letter?: Letter
}

/**
 * Ends the sessions of one person or of all, with the links on their way, and says so in the record: who did it and, where it was
 * everybody, why. Whose they were and why stays out of the record; the person reads it in a letter and among their data.
 */
export async function endSessions(
  db: Db,
  { ending, once }: { ending: SessionEnding; once: Once },
): Promise<DoneOnce<{ id: string }>> {
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async () => {
      const id = orderedId(once.now)
      if (ending.person) await endOnesSessions(tx, ending.person.id)
      else await endEverySession(tx)
      if (ending.withTokens) await revokeTokens(tx, ending, once.now)
      if (ending.person && ending.withPasskeys) await removePasskeys(tx, ending.person.id)
      await noteEnding(tx, { id, ending, now: once.now })
      if (ending.letter) await writeLetter(tx, ending.letter, once.now)
      return { id }
    }),
  )
}

async function endOnesSessions(tx: Tx, personId: string): Promise<void> {
  // Links first: whoever is just signing in by one holds its row, and their new session is there when it is let go.
  await tx.deleteFrom('signInLinks').where('personId', '=', personId).execute()
  await tx.deleteFrom('passkeyChallenges').where('personId', '=', personId).execute()
  await tx.deleteFrom('sessions').where('personId', '=', personId).execute()
}

async function revokeTokens(tx: Tx, { person }: SessionEnding, now: Date): Promise<void> {
  let tokens = tx.updateTable('accessTokens').set({ revokedAt: now }).where('revokedAt', 'is', null)
  if (person) tokens = tokens.where('personId', '=', person.id)
  await tokens.execute()
}

async function removePasskeys(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('passkeys').where('personId', '=', personId).execute()
}

async function noteEnding(
  tx: Tx,
  { id, ending, now }: { id: string; ending: SessionEnding; now: Date },
): Promise<void> {
  const { person, withTokens, withPasskeys, reason, by } = ending
  const row = { withTokens, withPasskeys, reason, endedBy: by.id, endedAt: now }
  await tx
    .insertInto('sessionEndings')
    .values({ id, personId: person?.id ?? null, isOfEverybody: person === null, ...row })
    .execute()
  await appendEntry(tx, {
    kind: person ? 'sessions.ended' : 'sessions.all-ended',
    at: now,
    publicWords: person ? { by: by.name } : { by: by.name, reason },
  })
}
