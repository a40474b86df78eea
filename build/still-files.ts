import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fonts } from '../src/ui/fonts/fonts.ts'
import type { Asset } from './output.ts'

/** What is copied from packages as it is: the faces, which keep their names, because the stylesheet names them. */
export async function stillFiles(root: string): Promise<Asset[]> {
  const faces = Object.entries(fonts).map(async ([name, from]) => ({
    name: `fonts/${name}`,
    path: `public/fonts/${name}`,
    content: await readFile(join(root, 'node_modules', from)),
  }))
  return Promise.all(faces)
}
