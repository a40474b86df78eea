import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { READER_WASM } from '../src/listen/intake/scan/reader-wasm.ts'
import { fonts } from '../src/ui/fonts/fonts.ts'
import type { Asset } from './output.ts'

/** What is copied from packages as it is and keeps its name: the faces, which the stylesheet names, and the reader of codes. */
export async function stillFiles(root: string): Promise<Asset[]> {
  const faces = Object.entries(fonts).map(async ([name, from]) => ({
    name: `fonts/${name}`,
    path: `public/fonts/${name}`,
    content: await readFile(join(root, 'node_modules', from)),
  }))
  const reader = readFile(join(root, 'node_modules', READER_WASM.from)).then((content) => ({
    name: READER_WASM.name,
    path: `public/${READER_WASM.name}`,
    content,
  }))
  return Promise.all([...faces, reader])
}
