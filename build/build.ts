import { join } from 'node:path'
import { stop } from 'esbuild'
import { bundles } from './bundles.ts'
import { islands } from './islands.ts'
import { removeUnused, writeFiles } from './output.ts'
import { packed } from './packed.ts'
import { stillFiles } from './still-files.ts'
import { stylesheet } from './stylesheet.ts'

/** Makes `dist`: the programs, and in `dist/public` what browsers fetch, with `manifest.json` from plain to hashed names. */
export async function build(root: string): Promise<void> {
  const dist = join(root, 'dist')
  try {
    const [programs, scripts, styles, still] = await Promise.all([
      bundles(root),
      islands(root),
      stylesheet(root),
      stillFiles(root),
    ])
    const assets = [...scripts, ...styles, ...still]
    const names = assets.map(({ name, path }) => [name, path.slice('public/'.length)] as const)
    const manifest = {
      path: 'public/manifest.json',
      content: Buffer.from(JSON.stringify(Object.fromEntries(names), null, 1)),
    }
    const beside = packed(assets)
    // Pieces before the programs that load them, and the manifest after what it names.
    await writeFiles(dist, [...assets, ...beside, ...programs.pieces, manifest, ...programs.entries])
    await removeUnused(dist, [...assets, ...beside, ...programs.pieces, manifest, ...programs.entries])
  } finally {
    await stop()
  }
}
