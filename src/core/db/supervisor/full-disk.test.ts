import { execFileSync } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startDatabase } from './start-database.ts'
import { ask, newDataFolder } from './try-out.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

const made = await newDataFolder('disk')
await mkdir(made.folder)
// A disk of our own to fill: only root may have one, and not in every container.
const isDiskMade = isMounted(90)

beforeAll(() => {
  if (!isDiskMade) console.warn('No small disk can be mounted here: the full disk is not tried.')
})

afterAll(async () => {
  if (isDiskMade) execFileSync('umount', [made.folder])
  await made.remove()
})

function isMounted(megabytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'folkmoot', made.folder], {
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  }
}

async function fill(): Promise<void> {
  const block = Buffer.alloc(65_536)
  for (const size of [block.length, 4_096, 1]) {
    try {
      for (;;) await writeFile(join(made.folder, 'ballast'), block.subarray(0, size), { flag: 'a' })
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' })
    }
  }
}

test.runIf(isDiskMade)('a disk too small for a database is refused before anything is written', async () => {
  await expect(startDatabase({ folder: made.folder })).rejects.toThrow(
    /The disk is full: .* Free some space and start again\./,
  )
})

test.runIf(isDiskMade)(
  'a disk that fills up: what was written stays, and space brings the rest back',
  async () => {
    execFileSync('mount', ['-o', 'remount,size=300m', made.folder])
    const database = await startDatabase({ folder: made.folder })
    await ask(database.url, 'create table noted (words text)')
    await ask(database.url, `insert into noted values ('kept')`)
    await fill()
    const tooMuch = `insert into noted select repeat(md5(n::text), 100) from generate_series(1, 20000) as n`
    await expect(ask(database.url, tooMuch)).rejects.toMatchObject({
      code: expect.stringMatching(/^(53100|57P0.|08)/),
    })
    await database.stop()
    await startDatabase({ folder: made.folder }).then(
      (running) => running.stop(),
      (error: Error) => expect(error.message).toContain('The disk is full. Free some space and start again'),
    )
    await rm(join(made.folder, 'ballast'))
    const again = await startDatabase({ folder: made.folder })
    expect(await ask(again.url, 'select words from noted')).toEqual([{ words: 'kept' }])
    await again.stop()
  },
)
