import { createRequire } from 'node:module'
import { OperatorError } from '../operator-error.ts'

/** As much of the typesetter as the press uses; its own types come with a package whose other platforms no registry holds. */
export interface TypstCompiler {
  mapShadow(path: string, content: Buffer): void
  compile(asked: { mainFileContent: string; inputs: Readonly<Record<string, string>> }): {
    readonly result: TypstDocument | null
    takeError(): TypstError | null
  }
  fetchDiagnostics(error: TypstError): readonly { message?: string }[]
  pdf(document: TypstDocument, how: { pdfStandard: 'ua-1' | '1.7'; pdfTags?: boolean }): Buffer
  evictCache(maxAge: number): void
}

export type TypstDocument = { readonly typst: 'document' }
export type TypstError = { readonly typst: 'error' }

interface Typst {
  NodeCompiler: {
    create(how: { workspace: string; fontArgs: readonly { fontBlobs: readonly Buffer[] }[] }): TypstCompiler
  }
}

const BINARIES = ['gnu', 'musl'].map(
  (libc) => `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}-${libc}`,
)

/** The typesetter for this machine: npm installed the one that fits, or none. */
export function loadTypst(): Typst {
  const load = createRequire(import.meta.url)
  for (const name of BINARIES) {
    try {
      return load(name) as Typst
    } catch (why) {
      if ((why as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw why
    }
  }
  throw new OperatorError(
    `Printing needs the typesetter, which there is for Linux x64 alone, and this is ${process.platform} ${process.arch}.`,
  )
}
