import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { inTransaction } from '#core/db/transaction.ts'
import { appendEntries } from '#ground/record/append-entry.ts'
import type { WorldHouse } from '../testing/open-world.ts'
import { inWorld, throwAwayFolder } from './ground.ts'
import { KeptVerifier } from './kept-verifier.ts'
import { auditWithVerify, finishRecord, mirrorRecord } from './record-check.ts'
import { faultsWhere, seeded, type Trial } from './trial.ts'

const ENTRIES = 10_000

export const trial: Trial = {
  name: 'flips',
  about: 'Single bits of a published record of 10,000 entries are flipped; verify/ must find each.',
  run: ({ isQuick, seed, tell }) =>
    inWorld(async (house) => {
      const folder = await throwAwayFolder()
      try {
        await writeEntries(house)
        const { covered } = await finishRecord(house.url)
        const paths = await mirrorRecord(house.server, path.join(folder, 'record'))
        const key = (await house.server.inject({ url: '/record/key' })).body.trim()
        const task = { folder, paths, key, flips: flipsFrom(seed, isQuick ? 20 : 1_000), tell }
        const isWhole = (await auditWithVerify(path.join(folder, 'record'), key)).isSound
        const unnoticed = await flipEach(task)
        const counts = { entries: covered, files: paths.length, flips: task.flips.length }
        return {
          counts: { ...counts, found: task.flips.length - unnoticed.length },
          faults: [
            ...faultsWhere({ 'The record does not add up even where no bit was flipped.': !isWhole }),
            ...unnoticed.map((place) => `A flipped bit was not found: ${place}.`),
          ],
        }
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    }),
}

/** Entries of a kind that needs no matter, in batches as a busy house writes them. */
async function writeEntries({ db, clock, world }: WorldHouse): Promise<void> {
  const draft = { kind: 'grant.given', at: clock.now(), bodyId: world.bodies.housing.id }
  for (let written = 0; written < ENTRIES; written += 1_000)
    await inTransaction(db, (tx) =>
      appendEntries(
        tx,
        Array.from({ length: 1_000 }, () => ({ ...draft, publicWords: { purpose: 'a trial' } })),
      ),
    )
}

interface Flip {
  /** Each from 0 up to 1: which file, which byte, which bit. */
  file: number
  byte: number
  bit: number
}

function flipsFrom(seed: number, many: number): Flip[] {
  const chance = seeded(seed)
  return Array.from({ length: many }, () => ({ file: chance(), byte: chance(), bit: chance() }))
}

interface FlipTask {
  folder: string
  paths: readonly string[]
  key: string
  flips: readonly Flip[]
  tell(sentence: string): void
}

/** Every flip in a copy of the record, as many at once as there are cores; answers those that were not found. */
async function flipEach(task: FlipTask): Promise<string[]> {
  const unnoticed: string[] = []
  const waiting = task.flips.entries()
  const workers = Array.from({ length: availableParallelism() }, async (_, worker) => {
    const copy = path.join(task.folder, `copy-${worker}`)
    await mkdir(copy)
    const verifier = await KeptVerifier.open(task.folder)
    await cp(path.join(task.folder, 'record'), copy, { recursive: true })
    for (const [at, flip] of waiting) {
      const place = await tryFlip(copy, { flip, task, verifier })
      if (place) unnoticed.push(place)
      if (at % 100 === 99) task.tell(`${at + 1} of ${task.flips.length} bits`)
    }
    await verifier.close()
  })
  await Promise.all(workers)
  return unnoticed
}

/** Null when it was found. */
async function tryFlip(
  copy: string,
  { flip, task, verifier }: { flip: Flip; task: FlipTask; verifier: KeptVerifier },
): Promise<string | null> {
  const name = task.paths[Math.floor(flip.file * task.paths.length)] ?? 'checkpoint'
  const file = path.join(copy, name)
  const whole = await readFile(file)
  const at = Math.floor(flip.byte * whole.length)
  const flipped = Buffer.from(whole)
  flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(flip.bit * 8))
  await writeFile(file, flipped)
  const code = await verifier.run(['audit', copy, '--key', task.key])
  await writeFile(file, whole)
  return code === 0 ? `${name}, byte ${at}` : null
}
