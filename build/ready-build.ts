import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the bundles are made from: a change in any of these makes them stale. */
const SOURCES = ['src', 'bench', 'build', 'package.json', 'package-lock.json', 'tsconfig.json']

/**
 * Builds `dist` unless it was built from exactly these sources. Which they are is told by name, size and time of change:
 * reading six hundred files takes longer than looking at them. The stamp goes before and comes after the work.
 */
export async function readyBuild(root: string): Promise<void> {
  const stamp = join(root, 'dist/.built-from')
  const wanted = await fingerprint(root)
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return
  await rm(stamp, { force: true })
  const { build } = await import('./build.ts')
  await build(root)
  await writeFile(stamp, wanted)
}

async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256').update(`${root}\n${process.version}\n`)
  for (const source of SOURCES) {
    for (const path of await filesIn(root, source)) {
      const { size, mtimeMs } = await stat(join(root, path))
      hash.update(`${path}\t${size}\t${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

async function filesIn(root: string, source: string): Promise<string[]> {
  if (source.includes('.')) return [source]
  const entries = await readdir(join(root, source), { recursive: true, withFileTypes: true }).catch(
    noneIfMissing,
  )
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
  return files.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)).sort()
}

/** Whoever ships the server alone leaves folders out that it does not need. */
function noneIfMissing(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT') return []
  throw error
}
