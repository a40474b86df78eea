import type { Db } from '#core/db/connect.ts'

/** Who withheld their name, for the clerk of the body that answers alone; null for an anonymous author, whom nothing leads to. */
export async function withheldAuthorOf(
  db: Db,
  submissionId: string,
): Promise<{ personId: string | null; name: string | null } | null> {
  const row = await db
    .selectFrom('submissions')
    .leftJoin('submissionAuthors', 'submissionAuthors.submissionId', 'submissions.id')
    .leftJoin('people', 'people.id', 'submissionAuthors.personId')
    .leftJoin('submissionSignatures', 'submissionSignatures.submissionId', 'submissions.id')
    .select((eb) => [
      'submissionAuthors.personId',
      eb.fn.coalesce('people.name', 'submissionSignatures.name').as('name'),
    ])
    .where('submissions.id', '=', submissionId)
    .where('submissions.authorship', '=', 'withheld')
    .executeTakeFirst()
  return row ?? null
}
