import { afterAll, expect, test } from 'vitest'
import type { Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { openTestHouse } from '../testing/open-test-house.ts'
import { goOnInEpoch } from './go-on-in-epoch.ts'

const house = await openTestHouse()
afterAll(() => house.close())

test('erasures are repeated in their order; one that cannot be is told, and keeps nothing else from coming back', async () => {
  const erased: string[] = []
  const [leans, isLeantOn, never] = [unorderedId(), unorderedId(), unorderedId()]
  const slice = {
    name: 'tried',
    tables: [],
    erasesAgain: {
      'tried.row': async (tx: Tx, { subjectId }: { subjectId: string }) => {
        if (subjectId === never || (subjectId === isLeantOn && !erased.includes(leans)))
          await tx
            .insertInto('sealed')
            .values({ entryId: never, part: 'x', salt: Buffer.alloc(1), content: '' })
            .execute()
        erased.push(subjectId)
      },
    },
  }
  const going = {
    slices: [slice],
    erasures: [isLeantOn, never, leans].map((subject) => ({
      ...{ id: unorderedId(), kind: 'tried.row', subject, at: '2026-11-22T10:00:00Z' },
    })),
    key: { from: 'database' } as const,
    epochsKnown: [],
    noteEpoch: async () => {},
    now: house.clock.now(),
  }
  await inTransaction(house.db, async (tx) => {
    const wentOn = await goOnInEpoch(tx, going)
    expect(wentOn.notErased.map(({ subject }) => subject)).toEqual([never])
    expect(erased).toEqual([leans, isLeantOn])
    expect((await goOnInEpoch(tx, { ...going, epochsKnown: [2] })).erasedAgain).toBe(0)
    throw new Error('only tried')
  }).catch((error: Error) => expect(error.message).toBe('only tried'))
})
