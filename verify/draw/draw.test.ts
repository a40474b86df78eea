import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newFolder, run } from '../testing/run.ts'
import { type DrawFiles, hashOf, readDrawFiles } from './files.ts'
import { published } from './published-vector.ts'

describe('a published draw', () => {
  test.each([0, 1, 2])('holds as published, decided by each kind of value: %i', async (kind) => {
    const { code, said } = await run('draw', folderWith(drawOf(kind)))
    expect(said).not.toContain('NO ')
    expect(said).toContain('The prices prove it')
    expect(code).toBe(0)
  })

  const forgeries: [string, (draw: DrawFiles) => unknown][] = [
    [
      'one person of the pool changed',
      (draw) => Object.assign(draw.pool.people[3] ?? {}, { values: ['woman', 'village'] }),
    ],
    [
      'a person slipped into the pool',
      (draw) => draw.pool.people.push({ id: 'Zoe', values: ['woman', 'town'] }),
    ],
    ['a quota moved', (draw) => Object.assign(draw.quotas.quotas[0] ?? {}, { max: 3 })],
    ['two panels swapped', (draw) => draw.lottery.panels.reverse()],
    ['another code version', (draw) => Object.assign(draw.commitment, { code: 'other/2' })],
    [
      'another number',
      (draw) => Object.assign(draw.result ?? {}, { number: ((draw.result?.number ?? 0) % 12) + 1 }),
    ],
    ['another panel', (draw) => draw.result?.panel.splice(0, 1, 'Zoe')],
    ['another seed', (draw) => Object.assign(draw.result?.value ?? {}, { seed: '00fe' })],
  ]
  test.each(forgeries)('is refused with %s', async (_, forge) => {
    const draw = drawOf(0)
    forge(draw)
    const { code, said } = await run('draw', folderWith(draw))
    expect(said).toContain('NO ')
    expect(code).toBe(1)
  })

  const lies: [string, string, (draw: DrawFiles) => unknown][] = [
    [
      'breaks a quota',
      'of gender = woman',
      (draw) => draw.lottery.panels.splice(0, 1, ['Ada', 'Cleo', 'Élise']),
    ],
    [
      'holds two of a household',
      'share a household',
      (draw) => draw.lottery.panels.splice(0, 1, ['Ada', 'Bo', 'Cleo']),
    ],
    ['is too small', 'different people', (draw) => draw.lottery.panels[0]?.pop()],
    [
      'claims a better bound',
      'The bound stated',
      (draw) => Object.assign(draw.lottery.proof ?? {}, { high: '1/9' }),
    ],
    ['claims that a member fits no panel', 'yet on one', (draw) => draw.lottery.never.push('Ada')],
  ]
  test.each(lies)('whose lottery %s is refused, though committed to', async (_, words, lie) => {
    const draw = drawOf(0)
    lie(draw)
    draw.commitment.lottery = hashOf(draw.lottery)
    const { code, said } = await run('draw', folderWith(draw))
    expect(said).toContain(words)
    expect(code).toBe(1)
  })

  test('whose round was out before the commitment is refused', async () => {
    const draw = drawOf(1)
    draw.commitment.committed_at = '2020-07-22T16:00:00.000Z'
    expect(await run('draw', folderWith(draw))).toMatchObject({
      code: 1,
      said: expect.stringContaining('was out before'),
    })
  })

  test('that is not there, or not shaped as the format says, cannot be checked', async () => {
    expect(await run('draw', newFolder())).toMatchObject({ code: 2 })
    expect(await run('draw')).toMatchObject({ code: 2 })
    const draw = drawOf(0)
    Object.assign(draw.lottery, { panels: 'none' })
    expect(await run('draw', folderWith(draw))).toMatchObject({ code: 2 })
  })
})

/** The published draw decided by the seed, the beacon or the dice. */
function drawOf(kind: number): DrawFiles {
  const { decided, hashes: _, ...made } = published()
  const { commitment, commitment_hash, value, number, panel } = decided[kind] ?? decided[0] ?? fail()
  const result = { format: 'folkmoot draw result/v1', commitment: commitment_hash, value, number, panel }
  return readDrawFiles(folderWith({ ...made, commitment, result }))
}

function fail(): never {
  throw new Error('The vectors decide nothing.')
}

function folderWith(files: object): string {
  const folder = newFolder()
  for (const [name, document] of Object.entries(files))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(document))
  return folder
}
