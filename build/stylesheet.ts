import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { transform } from 'esbuild'
import { readStylesheet } from '../src/ui/stylesheet/stylesheet.ts'
import { type Asset, hashedName } from './output.ts'

/** One stylesheet: the house's own, then the slices' in the order of their paths. Layers decide what wins, not the order. */
export async function stylesheet(root: string): Promise<Asset[]> {
  const source = join(root, 'src')
  const paths = await readdir(source, { recursive: true })
  const slices = paths.filter((path) => path.endsWith('.css') && !path.startsWith(`ui${sep}`)).sort()
  const parts = await Promise.all(slices.map((path) => readFile(join(source, path), 'utf8')))
  const whole = [readStylesheet(join(source, 'ui')), ...parts].join('\n')
  const { code } = await transform(whole, { loader: 'css', minify: true, legalComments: 'none' })
  const content = Buffer.from(code)
  return [{ name: 'folkmoot.css', path: `public/${hashedName('folkmoot.css', content)}`, content }]
}
