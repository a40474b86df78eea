import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import type { BuiltFile } from './output.ts'

/**
 * The programs: `cli.js`, `web.js`, `worker.js` and one module a command, with shared pieces in `pieces`, so that a command
 * loads only what it uses. Packages stay outside: Node reads them from `node_modules`.
 */
export async function bundles(root: string): Promise<{ entries: BuiltFile[]; pieces: BuiltFile[] }> {
  const dist = join(root, 'dist')
  const { outputFiles } = await build({
    entryPoints: await entryPoints(root),
    outdir: dist,
    outbase: join(root, 'src'),
    chunkNames: 'pieces/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'linked',
    write: false,
    logLevel: 'silent',
    absWorkingDir: root,
    plugins: [sourceAddresses(root)],
  })
  const files = outputFiles.map(({ path, contents }) => ({ path: relative(dist, path), content: contents }))
  const isPiece = ({ path }: BuiltFile) => path.startsWith('pieces/')
  return { entries: files.filter((file) => !isPiece(file)), pieces: files.filter(isPiece) }
}

async function entryPoints(root: string): Promise<string[]> {
  const commands = await readdir(join(root, 'src/app/commands'))
  const modules = commands
    .filter((name) => /^[a-z-]+\.tsx?$/.test(name))
    .map((name) => `src/app/commands/${name}`)
  return ['src/cli.ts', 'src/web.ts', 'src/worker.ts', ...modules].filter((path) =>
    existsSync(join(root, path)),
  )
}

/** In a bundle `import.meta.url` would name the bundle; files beside a source are found from the source's own address. */
function sourceAddresses(root: string): Plugin {
  return {
    name: 'source-addresses',
    setup({ onLoad }) {
      onLoad({ filter: /\/src\/.*\.tsx?$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8')
        if (!text.includes('import.meta.url') || path.startsWith(join(root, 'node_modules'))) return undefined
        const contents = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
      })
    },
  }
}
