import { readdir } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { build } from 'esbuild'
import { OperatorError } from '../src/core/operator-error.ts'
import type { Asset } from './output.ts'

/** Browsers of the last three years and more: without these an island stays away and the page works as it is. */
const BROWSERS = ['chrome109', 'firefox115', 'safari16.4']

/** Every `*.client.ts` under `src` as a module for browsers, with all it needs inside or in a piece shared with others. */
export async function islands(root: string): Promise<Asset[]> {
  const sources = await clientSources(root)
  if (sources.length === 0) return []
  const { outputFiles, metafile } = await build({
    entryPoints: sources,
    outdir: join(root, 'dist/public'),
    entryNames: '[name]-[hash]',
    chunkNames: 'piece-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: BROWSERS,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    metafile: true,
    write: false,
    logLevel: 'silent',
    absWorkingDir: root,
  })
  return outputFiles.map(({ path, contents }) => {
    const built = relative(root, path)
    const source = metafile.outputs[built]?.entryPoint
    const name = source ? basename(source).replace(/\.tsx?$/, '.js') : basename(path)
    return { name, path: relative(join(root, 'dist'), path), content: contents }
  })
}

async function clientSources(root: string): Promise<string[]> {
  const paths = await readdir(join(root, 'src'), { recursive: true })
  const sources = paths.filter((path) => /\.client\.tsx?$/.test(path)).map((path) => join('src', path))
  const names = sources.map((path) => basename(path))
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice)
    throw new OperatorError(`Two islands are called ${twice}: pages call them by name, so rename one.`)
  return sources.sort()
}
