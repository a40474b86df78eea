import type { Viewer } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'
import { publishesAtLeast } from '#ground/notices/rules.ts'
import { usableAs } from '#ground/notices/usable-as.ts'
import { callById } from './find-call.ts'
import { mayReadAnswers } from './policy.ts'

/** What decides about the files of an answer. */
interface Standing {
  route: string
  visibility: string
  withdrawnAt: Date | null
  /** What its notice, and what was agreed to later, lets be published. */
  publishes: string
}

/**
 * Files that somebody chose on the page go where their words go. The picture of a slip, with a hand and a name on it, was taken by a
 * helper and is for those who read answers, never for all.
 */
export function filesArePublished({ route, visibility, withdrawnAt, publishes }: Standing): boolean {
  return (
    route === 'web' && visibility === 'public' && withdrawnAt === null && publishesAtLeast(publishes, 'words')
  )
}

/** Who may read the files of an answer: all, where its words are published; else its author and those who read answers. */
export async function filesFor(
  db: Db,
  viewer: Viewer,
  answerId: string,
): Promise<'anyone' | 'viewer' | 'nobody'> {
  const answer = await db
    .selectFrom('answers')
    .innerJoin('matters', 'matters.id', 'answers.id')
    .leftJoin('answerAuthors', 'answerAuthors.answerId', 'answers.id')
    .select(['answers.callId', 'answers.withdrawnAt', 'matters.route', 'matters.visibility', 'personId'])
    .where('answers.id', '=', answerId)
    .executeTakeFirst()
  if (!answer) return 'nobody'
  const { publishes } = await usableAs(db, answerId)
  if (filesArePublished({ ...answer, publishes })) return 'anyone'
  if (answer.personId !== null && answer.personId === viewer.person?.id) return 'viewer'
  const call = await callById(db, answer.callId)
  return call && mayReadAnswers(viewer, call) ? 'viewer' : 'nobody'
}
