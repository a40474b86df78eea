import { open, readFile } from 'node:fs/promises'
import { OperatorError } from '#core/operator-error.ts'

const SEED_BYTES = 32

/** Writes a secret key as RECORD_KEY takes it, for the owner's eyes alone; an existing file is never written over. */
export async function writeKeyFile(file: string, seed: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(
      error.code === 'EEXIST'
        ? `${file} exists already, and may hold a key: name a new file.`
        : `${file} cannot be written (${error.code}): name another place.`,
    )
  })
  await handle.writeFile(`${Buffer.from(seed).toString('base64')}\n`)
  await handle.sync()
  await handle.close()
}

export async function readKeyFile(file: string): Promise<Uint8Array> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(`${file} cannot be read (${error.code}).`)
  })
  const seed = Buffer.from(text.trim(), 'base64')
  if (seed.length !== SEED_BYTES)
    throw new OperatorError(`${file} holds no key: it is one line of 44 letters and signs.`)
  return seed
}
