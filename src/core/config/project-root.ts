import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the clone: the nearest above this module with a lock file, from the sources as from the built bundles. */
export const projectRoot = rootAbove(dirname(fileURLToPath(import.meta.url)))

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package-lock.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder)
    throw new Error('No package-lock.json stands above this module: the clone is not whole.')
  return rootAbove(parent)
}
