import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

export interface BuiltFile {
  /** Relative to `dist`. */
  path: string
  content: Uint8Array
}

export interface Asset extends BuiltFile {
  /** How pages call it: `folkmoot.css`, `live.client.js`. */
  name: string
}

/** A running server may still load a piece of the build before, and an open page its stylesheet. */
const KEPT_MS = 24 * 3_600_000

/** Each file appears whole or not at all, so a running program never reads half of one. */
export async function writeFiles(dist: string, files: readonly BuiltFile[]): Promise<void> {
  for (const { path, content } of files) {
    const target = join(dist, path)
    const there = await readFile(target).catch(() => undefined)
    if (there?.equals(content)) continue
    await mkdir(dirname(target), { recursive: true })
    const draft = `${target}.${randomBytes(4).toString('hex')}`
    await writeFile(draft, content)
    await rename(draft, target)
  }
}

/** Removes what earlier builds left and nothing can need any more. */
export async function removeUnused(dist: string, files: readonly BuiltFile[]): Promise<void> {
  const used = new Set(files.map(({ path }) => path))
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || used.has(relative(dist, path))) continue
    if (Date.now() - (await stat(path)).mtimeMs > KEPT_MS) await rm(path)
  }
}

/** `folkmoot.css` → `folkmoot-3f9a01c2.css`: the name changes with the content, so browsers may keep it for ever. */
export function hashedName(name: string, content: Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  return name.replace(/(\.[a-z0-9]+)$/, `-${hash}$1`)
}
