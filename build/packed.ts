import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { BuiltFile } from './output.ts'

/** Beside each stylesheet, script and WebAssembly what browsers rather fetch: `.br` and `.gz`. Fonts are packed already. */
export function packed(files: readonly BuiltFile[]): BuiltFile[] {
  return files
    .filter(({ path }) => /\.(css|js|wasm)$/.test(path))
    .flatMap(({ path, content }) => [
      { path: `${path}.br`, content: brotliCompressSync(content) },
      { path: `${path}.gz`, content: gzipSync(content, { level: 9 }) },
    ])
}
