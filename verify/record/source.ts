import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Misuse } from '../say.ts'
import type { Bytes } from './hash.ts'

/** Where a record is read from: an address or a folder with the same files. */
export interface Source {
  name: string
  /** The bytes of `checkpoint` or `tile/…`; undefined when it is not there. */
  read(path: string): Promise<Bytes | undefined>
}

/** Opens a record. A house's front address will do: `/record` is tried below it. */
export async function openSource(place: string): Promise<Source> {
  const open = /^https?:\/\//.test(place) ? fromAddress : fromFolder
  for (const candidate of [place, place.replace(/\/*$/, '/record')]) {
    const source = open(candidate)
    if (await source.read('checkpoint')) return source
  }
  throw new Misuse(`No record is to be read at ${place}: there is no "checkpoint" in it.`)
}

/** Bytes of a tile as wide as asked. A log may drop a partial tile once the full one is there: then its beginning serves. */
export async function readTile(
  source: Source,
  tile: { level: string | number; index: number; width: number },
) {
  const full = `tile/${tile.level}/${places(tile.index)}`
  if (tile.width === 256) return source.read(full)
  return (await source.read(`${full}.p/${tile.width}`)) ?? (await source.read(full))
}

/** A number in groups of three digits, every group but the last with an x: 1234067 is x001/x234/067. */
export function places(index: number): string {
  const groups: string[] = []
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`${groups.length > 0 ? 'x' : ''}${String(rest % 1000).padStart(3, '0')}`)
  }
  return groups.join('/')
}

function fromFolder(folder: string): Source {
  return {
    name: folder,
    async read(path) {
      const file = join(folder, path)
      return existsSync(file) ? readFile(file) : undefined
    },
  }
}

function fromAddress(address: string): Source {
  const base = address.replace(/\/*$/, '/')
  return {
    name: base,
    async read(path) {
      const answer = await fetch(base + path, { signal: AbortSignal.timeout(60_000) }).catch(
        (cause: Error) => {
          throw new Misuse(
            `${base}${path} cannot be reached: ${cause.cause instanceof Error ? cause.cause.message : cause.message}`,
          )
        },
      )
      if (answer.status === 404 || answer.status === 410) return undefined
      if (!answer.ok) throw new Misuse(`${base}${path} answered ${answer.status}.`)
      return new Uint8Array(await answer.arrayBuffer())
    },
  }
}
