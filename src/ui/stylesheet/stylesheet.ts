import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// tokens.css declares the order of the layers, so it comes before any other layered rule.
const first = ['tokens', 'fonts', 'base', 'layout']
const last = ['print']

/**
 * The one stylesheet of the house: every `.css` under `folder` (src/ui) in a fixed order, not yet minified.
 * Within a layer the order is by path, so the same sources always give the same bytes.
 */
export function readStylesheet(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css') && !path.startsWith('gallery'))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return paths.map((path) => readFileSync(join(folder, path), 'utf8')).join('\n')
}

function rank(path: string): number {
  const name = path.split(/[/\\]/)[0] ?? ''
  if (first.includes(name)) return first.indexOf(name)
  return last.includes(name) ? first.length + 1 : first.length
}
