import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { rememberingTerminal } from '#core/cli/terminal.ts'
import { OperatorError } from '#core/operator-error.ts'
import { command } from './draw.ts'

const quotas =
  'category,feature,min,max\ngender,woman,2,3\ngender,man,2,3\nplace,town,1,4\nplace,village,1,4\n'
const people = Array.from(
  { length: 20 },
  (_, index) =>
    `p${index + 1},${index % 2 ? 'man' : 'woman'},${index % 3 ? 'town' : 'village'},${index >> 1} Mill Lane`,
)
const respondents = `id,gender,place,address\n${people.join('\n')}\n`

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'folkmoot-draw-'))
  folders.push(made)
  return made
}

function fileWith(text: string | Uint8Array): string {
  const path = join(folder(), 'file.csv')
  writeFileSync(path, text)
  return path
}

/** Runs `./moot draw` with the words of a line, and others that may hold blanks. */
async function moot(line: string, ...more: string[]) {
  const terminal = rememberingTerminal()
  try {
    const code = await command.run([...line.split(' '), ...more], terminal)
    return { code, out: terminal.written(), err: terminal.complaints() }
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    return { code: 1, out: terminal.written(), err: error.message }
  }
}

function drawFrom(pool: string | Uint8Array, line: string, limits = quotas) {
  return moot(`--categories ${fileWith(limits)} --respondents ${fileWith(pool)} --size 5 ${line}`)
}

const draw = (line: string) => drawFrom(respondents, `--panels 40 ${line}`)

describe('./moot draw', () => {
  test('answers in the stable shape, and the same seed draws the same panel', async () => {
    const { code, out } = await draw('--seed 5f3a --json')
    const answer = JSON.parse(out)
    expect(code).toBe(0)
    expect(answer).toMatchObject({
      method: 'leximin',
      minimum_chance: 0.25,
      bounds: [0.25, 0.25],
      seed: '5f3a',
    })
    expect(answer.chances).toHaveLength(20)
    expect(answer.chances[0]).toMatchObject({ id: 'p1', chance: 0.25 })
    expect(answer.panels).toHaveLength(40)
    expect(answer.panel).toEqual(answer.panels[answer.number - 1])
    expect(JSON.parse((await draw('--seed 5f3a --json')).out)).toEqual(answer)
    expect(JSON.parse((await draw('--seed 5f3b --json')).out).commitment).toBe(answer.commitment)
  })

  test('reads Windows line ends, a byte order mark and semicolons alike', async () => {
    const windows = `\ufeff${respondents.replaceAll('\n', '\r\n').replaceAll(',', ';')}`
    const { out } = await drawFrom(windows, '--panels 40 --seed 5f3a --json')
    expect(JSON.parse(out).panel).toEqual(JSON.parse((await draw('--seed 5f3a --json')).out).panel)
  })

  test('people of one address never sit together', async () => {
    const { out } = await draw('--seed 01 --household address --json')
    const homeOf = new Map(people.map((row) => [row.split(',')[0], row.split(',')[3]]))
    for (const panel of JSON.parse(out).panels)
      expect(new Set(panel.map((id: string) => homeOf.get(id))).size).toBe(5)
  })

  test.each<[string, string | Uint8Array, string]>([
    [
      'a value without a quota',
      respondents.replace('p3,woman', 'p3,womna'),
      'line 4, column 2 (gender): "womna" has no quota',
    ],
    ['a row too short', respondents.replace('p3,woman,town,', 'p3,woman,'), 'line 4'],
    [
      'an id that stands twice',
      respondents.replace('p4,', 'p3,'),
      'line 5, column 1 (id): "p3" already stands in line 4',
    ],
    ['a missing column', respondents.replace('place', 'palce'), '"place" is missing'],
    ['no rows', 'id,gender,place,address\n', 'nobody in the pool'],
    ['nothing at all', '', 'empty'],
    ['another encoding', Buffer.from(respondents.replace('p3', 'pé'), 'latin1'), 'UTF-8'],
  ])('refuses %s with its place', async (_, text, words) => {
    const { code, err } = await drawFrom(text, '--seed 00')
    expect(err).toContain(words)
    expect(code).toBe(1)
  })

  test.each([
    ['--size 0', '--size'],
    ['--seed xyz', '--seed'],
    ['--method luck', 'no method "luck"'],
    ['--sied 00', 'Did you mean --seed'],
  ])('says what is wrong with %s', async (words, sentence) => {
    const { code, err } = await draw(words)
    expect(err).toContain(sentence)
    expect(code).toBe(2)
  })

  test('names the quotas in conflict and the least change', async () => {
    const tight = quotas.replace('town,1,4', 'town,0,1').replace('village,1,4', 'village,0,2')
    const { code, err } = await drawFrom(respondents, '--seed 00', tight)
    expect(code).toBe(1)
    expect(err).toContain('place = town: at most 1')
    expect(err).toContain('place = village: at most 2')
    expect(err).toMatch(/becomes [34]/)
    expect(err).not.toContain('gender')
  })
})

describe('commit, then draw', () => {
  test('a round that is out is refused, a coming one is committed to and nothing is drawn', async () => {
    const published = folder()
    const past = await draw(`--publish ${published} --chain default --round 1`)
    expect(past).toMatchObject({ code: 2, err: expect.stringContaining('is out already') })
    expect(existsSync(join(published, 'commitment.json'))).toBe(false)
    const coming = await draw(`--publish ${published} --round 900000000`)
    expect(coming).toMatchObject({ code: 0, out: expect.stringContaining('will decide') })
    expect(existsSync(join(published, 'result.json'))).toBe(false)
    const forged = fileWith(JSON.stringify({ round: 900_000_000, randomness: '00', signature: '00' }))
    expect(await moot(`--from ${published} --beacon ${forged}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('no true round'),
    })
    expect(await moot(`--from ${published} --seed 00`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('Round 900000000'),
    })
  })

  test('dice decide what was committed to, and a file changed since is noticed', async () => {
    const published = folder()
    await draw(`--publish ${published} --dice 10`)
    expect(await moot(`--from ${published} --rolls 4`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('Roll 2 dice'),
    })
    expect(await moot(`--from ${published} --rolls`, '10 10')).toMatchObject({
      code: 1,
      err: expect.stringContaining('roll all dice again'),
    })
    expect(await moot(`--from ${published} --json --rolls`, '1 3')).toMatchObject({
      code: 0,
      out: expect.stringContaining('"number": 3'),
    })
    const pool = join(published, 'pool.json')
    writeFileSync(pool, readFileSync(pool, 'utf8').replace('"p7"', '"p77"'))
    expect(await moot(`--from ${published} --rolls`, '1 3')).toMatchObject({
      code: 1,
      err: expect.stringContaining('pool.json'),
    })
  })

  test('whoever declined is replaced so that the quotas are kept', async () => {
    const published = folder()
    const { panel } = JSON.parse((await draw(`--seed 0a --publish ${published} --json`)).out)
    const replace = (declined: string) =>
      moot(`replace --from ${published} --declined ${declined} --seed 0b --json`)
    const { code, out } = await replace(panel[0])
    const replacement = JSON.parse(out)
    expect(code).toBe(0)
    expect(replacement.panel).toHaveLength(1)
    expect(panel).not.toContain(replacement.panel[0])
    const stranger = await replace('p99')
    expect(stranger).toMatchObject({ code: 1, err: expect.stringContaining('p99 is not on the panel') })
  })
})

test('invitations go to so many of each stratum', async () => {
  const addresses = fileWith(respondents)
  const invite = (strata: string) =>
    moot(`invite --addresses ${addresses} --strata ${strata} --letters 6 --seed 0c --json`)
  const { out } = await invite('gender')
  expect(JSON.parse(out).strata).toMatchObject([
    { stratum: 'man', addresses: 10, letters: 3 },
    { stratum: 'woman', addresses: 10, letters: 3 },
  ])
  expect(new Set(JSON.parse(out).lines).size).toBe(6)
  expect(await invite('gnder')).toMatchObject({ code: 1, err: expect.stringContaining('no heading "gnder"') })
})
