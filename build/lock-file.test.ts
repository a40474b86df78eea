import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../src/core/config/project-root.ts'

interface Locked {
  optionalDependencies?: Record<string, string>
  resolved?: string
}

const lock: { packages: Record<string, Locked> } = JSON.parse(
  await readFile(join(projectRoot, 'package-lock.json'), 'utf8'),
)
const packages = Object.entries(lock.packages)

// npm leaves out what a registry did not have when the file was written, and then refuses to install from it.
test('the lock file holds the packages of every platform', () => {
  const missing = packages.flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter(
      (name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
    ),
  )
  expect(missing).toEqual([])
})

test('the lock file names no registry: everyone may use their own', () => {
  expect(packages.filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([])
})
