import { describe, expect, test } from 'vitest'
import { tileReader } from '#methods/merkle/read-tiles.ts'
import { readConsistencyProof } from '#methods/merkle/tree.ts'
import { fileWith, folderOf, run } from './testing/run.ts'
import { handIns, SmallRecord } from './testing/small-record.ts'

const record = new SmallRecord().append(handIns(300))
const [oldCheckpoint, oldReceipt] = [record.checkpoint, await record.receipt(0)]
record.append(handIns(500, 300))
const folder = folderOf(record)

describe('consistency', () => {
  test.each([
    ['a kept checkpoint', oldCheckpoint],
    ['the checkpoint in a kept receipt', oldReceipt],
    ['the checkpoint in a kept proof', JSON.parse(oldReceipt).proof],
  ])('from %s to a record that has grown holds', async (_, kept) => {
    const { code, said } = await run('consistency', fileWith(kept), folder, '--key', record.vkey)
    expect(said).toContain('The first 300 leaves make the old root.')
    expect(said).toContain('Nothing was taken out between the two.')
    expect(code).toBe(0)
  })

  test('a leaf taken out, a fork and a shrunken record are said plainly', async () => {
    const without = new SmallRecord().append([...handIns(150), ...handIns(650, 151)])
    const removed = await run('consistency', fileWith(oldCheckpoint), folderOf(without))
    expect([removed.code, removed.said.includes('changed or taken out')]).toEqual([1, true])
    const forked = await run(
      'consistency',
      fileWith(oldCheckpoint),
      fileWith(new SmallRecord().append(handIns(300, 1)).checkpoint),
    )
    expect([forked.code, forked.said.includes('forked')]).toEqual([1, true])
    const shrunken = await run('consistency', folder, fileWith(oldCheckpoint))
    expect([shrunken.code, shrunken.said.includes('500 are gone')]).toEqual([1, true])
  })

  test('a proof does in place of the tiles; a wrong one does not', async () => {
    const read = tileReader(800, record.readTiles)
    const proof = (await readConsistencyProof(300, 800, read)).map((hash) =>
      Buffer.from(hash).toString('base64'),
    )
    const [before, after] = [fileWith(oldCheckpoint), fileWith(record.checkpoint)]
    expect((await run('consistency', before, after, '--proof', fileWith(proof.join('\n')))).code).toBe(0)
    expect(
      (await run('consistency', before, after, '--proof', fileWith(proof.slice(1).join('\n')))).code,
    ).toBe(1)
    expect((await run('consistency', before, after)).code).toBe(2)
  })
})
