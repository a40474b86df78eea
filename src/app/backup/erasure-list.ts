import { open, readFile, truncate } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Db } from '#core/db/connect.ts'
import { OperatorError } from '#core/operator-error.ts'
import { isoSecond } from '#core/time/days.ts'

/** A line of the list: what was erased, by its kind and id; never the words, and never a person's name. */
const lineShape = z.object({
  id: z.uuid(),
  kind: z.string().regex(/^[a-z-]+\.[a-z-]+$/),
  subject: z.uuid(),
  at: z.iso.datetime(),
})
export type ListedErasure = z.infer<typeof lineShape>

/** Where a data folder keeps the list: outside the database, so that a restored backup can be told what to erase again. */
export function erasureListIn(dataFolder: string): string {
  return path.join(dataFolder, 'erasures')
}

/** Every erasure on the list; null when there is no such file. A last line that a power cut left unfinished is passed over. */
export async function readErasures(file: string): Promise<ListedErasure[] | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line, at) => {
      const read = lineShape.safeParse(parsed(line))
      if (!read.success)
        throw new OperatorError(`${file}, line ${at + 1}: this is no line of a list of erasures.`)
      return read.data
    })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** Copies erasures from the database to the list, each once; lines are only ever added. */
export class ErasureList {
  readonly #file: string
  #counted = -1

  constructor(dataFolder: string) {
    this.#file = erasureListIn(dataFolder)
  }

  /** Adds what is new, on the disk before it answers. */
  async bringUpToDate(db: Db): Promise<void> {
    const { count } = await db
      .selectFrom('erasures')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (Number(count) === this.#counted) return
    const known = await this.#knownIds()
    const rows = await db
      .selectFrom('erasures')
      .select(['id', 'kind', 'subjectId', 'erasedAt'])
      .orderBy('arrival')
      .execute()
    const fresh = rows.filter(({ id }) => !known.has(id))
    await this.#append(
      fresh.map(({ id, kind, subjectId, erasedAt }) => ({
        id,
        kind,
        subject: subjectId,
        at: isoSecond(erasedAt),
      })),
    )
    this.#counted = rows.length
  }

  /** Read anew each time: another process on this folder may have written in the meantime. */
  async #knownIds(): Promise<Set<string>> {
    await this.#cutUnfinishedLine()
    return new Set((await readErasures(this.#file))?.map(({ id }) => id) ?? [])
  }

  async #cutUnfinishedLine(): Promise<void> {
    const bytes = await readFile(this.#file).catch(() => Buffer.alloc(0))
    const end = bytes.lastIndexOf('\n') + 1
    if (end < bytes.length) await truncate(this.#file, end)
  }

  async #append(lines: readonly ListedErasure[]): Promise<void> {
    // The file is there from the first day: a restore then knows that nothing was erased, rather than nothing of it.
    const file = await open(this.#file, 'a', 0o600)
    await file.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    await file.sync()
    await file.close()
  }
}
