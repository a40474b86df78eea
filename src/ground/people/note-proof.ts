import type { Tx } from '#core/db/connect.ts'

/** A passkey was shown in this session: its holder's grave roles count for an hour, and it is as fresh as one just begun. */
export async function noteProof(tx: Tx, { sessionId, now }: { sessionId: string; now: Date }): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ provedAt: now, steppedUpAt: now })
    .where('id', '=', sessionId)
    .execute()
}
