import type { Db } from '#core/db/connect.ts'
import type { DemoHouse } from '../open-demo.ts'
import { done } from './asking.ts'

export interface Cases {
  openCase: string
  closedCase: string
  pendingDesk: string
}

/** Decides the case about something handed in, so that somebody may appeal. */
export async function decideACase(house: DemoHouse, number: number): Promise<void> {
  const { id } = await house.db
    .selectFrom('moderationCases')
    .innerJoin('matters', 'matters.id', 'moderationCases.matterId')
    .select('moderationCases.id')
    .where('matters.number', '=', number)
    .executeTakeFirstOrThrow()
  await done(house, `/moderation/cases/${id}/decision`, {
    as: 'amina',
    outcome: 'removed',
    reason: 'insult',
    explanation: 'It is about a driver who can be known from it.',
  })
}

/** A case that waits, one that was decided, and a desk where a decision is not yet announced. */
export async function casesOf(db: Db): Promise<Cases> {
  const cases = await db
    .selectFrom('moderationCases')
    .select(['id', 'decidedAt'])
    .orderBy('openedAt', 'desc')
    .execute()
  const pending = await db
    .selectFrom('pendingDecisions')
    .innerJoin('custody', 'custody.id', 'pendingDecisions.custodyId')
    .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
    .select('bodies.slug')
    .executeTakeFirst()
  return {
    openCase: cases.find(({ decidedAt }) => decidedAt === null)?.id ?? '',
    closedCase: cases.find(({ decidedAt }) => decidedAt !== null)?.id ?? '',
    pendingDesk: pending?.slug ?? 'executive',
  }
}
