import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fonts } from '../src/ui/fonts/fonts.ts'
import { type Asset, hashedName } from './output.ts'

/** htmx and its extension for server-sent events, in the order in which they must run. */
const HTMX = ['htmx.org/dist/htmx.min.js', 'htmx.org/dist/ext/hx-sse.min.js']

/** What is copied from packages as it is. Faces keep their names, because the stylesheet names them. */
export async function stillFiles(root: string): Promise<Asset[]> {
  const read = (path: string) => readFile(join(root, 'node_modules', path))
  const faces = Object.entries(fonts).map(async ([name, from]) => ({
    name: `fonts/${name}`,
    path: `public/fonts/${name}`,
    content: await read(from),
  }))
  const scripts = await Promise.all(HTMX.map(read))
  const htmx = Buffer.concat(scripts.flatMap((script) => [script, Buffer.from('\n;\n')]))
  return [
    ...(await Promise.all(faces)),
    { name: 'htmx.js', path: `public/${hashedName('htmx.js', htmx)}`, content: htmx },
  ]
}
