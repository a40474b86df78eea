import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { OperatorError } from '#core/operator-error.ts'

/**
 * Writes a file that is whole or not there: `fill` writes under another name, which becomes the final one when all of it is
 * on the disk. A power cut leaves at most `<file>.partial`, which the next attempt writes over.
 */
export async function writeWhole(file: string, fill: (draft: string) => Promise<void>): Promise<void> {
  await refuseExisting(file)
  const draft = `${file}.partial`
  try {
    await fill(draft)
    await rename(draft, file)
    const folder = await open(path.dirname(path.resolve(file)))
    await folder.sync()
    await folder.close()
  } catch (error) {
    await rm(draft, { force: true })
    throw explained(error, file)
  }
}

async function refuseExisting(file: string): Promise<void> {
  const handle = await open(file).catch(() => null)
  await handle?.close()
  if (handle) throw new OperatorError(`${file} exists already, and is not written over: name a new file.`)
}

function explained(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOSPC')
    return new OperatorError(`The disk is full: ${file} was not written. Free some space.`)
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EROFS')
    return new OperatorError(`${file} cannot be written (${code}): name another place.`)
  return error
}
