import type { Db } from '#core/db/connect.ts'

/** Corrects a person’s name and language, by themselves; what was handed in keeps the name it was handed in with. */
export async function correctPerson(
  db: Db,
  { personId, name, language }: { personId: string; name: string; language: string },
): Promise<void> {
  await db.updateTable('people').set({ name, language }).where('id', '=', personId).execute()
}
