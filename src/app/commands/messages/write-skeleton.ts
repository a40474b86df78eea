import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readCatalogue } from '#core/i18n/load-catalogues.ts'
import type { Said } from './every-message.ts'

/** Adds what is missing in English, drops what is said nowhere any more, and keeps the order of the code. Answers how many were added. */
export async function writeSkeleton(folder: string, messages: readonly Said[]): Promise<number> {
  const catalogue = await readCatalogue(folder)
  const files = new Map<string, Record<string, string>>()
  for (const { id, english } of messages) {
    const [slice = '', name = ''] = id.split('.')
    const texts = files.get(slice) ?? {}
    texts[name] = catalogue.get(id) ?? english
    files.set(slice, texts)
  }
  await mkdir(folder, { recursive: true })
  for (const [slice, texts] of files)
    await writeFile(path.join(folder, `${slice}.json`), `${JSON.stringify(texts, null, 2)}\n`)
  return messages.filter(({ id }) => !catalogue.has(id)).length
}
