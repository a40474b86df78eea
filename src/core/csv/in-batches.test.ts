import { expect, test } from 'vitest'
import { inBatches } from './in-batches.ts'

async function* upTo(last: number) {
  for (let at = 1; at <= last; at += 1) yield at
}

test('rows are written in their order, a batch at a time, without those that are refused', async () => {
  const written: (readonly number[])[] = []
  const refused = await inBatches(upTo(7), {
    most: 2,
    read: (row) => (row % 3 === 0 ? null : row * 10),
    write: async (batch) => void written.push(batch),
  })
  expect([refused, written]).toEqual([2, [[10, 20], [40, 50], [70]]])
})

test('a batch that cannot be written stops it, and what was read after it is not written', async () => {
  const written: number[] = []
  const run = inBatches(upTo(9), {
    most: 2,
    read: (row) => row,
    write: async ([first = 0]) => {
      if (first === 3) throw new Error('the disk is full')
      written.push(first)
    },
  })
  await expect(run).rejects.toThrow('the disk is full')
  expect(written).toEqual([1])
})
