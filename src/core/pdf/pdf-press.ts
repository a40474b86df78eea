import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfMade } from './make-pdf.ts'

// The thread of `make-pdf.ts`, which starts it from its source: nothing is imported here but packages and types.

interface Asked {
  id: number
  template: string
  data: string
}

const { facePaths } = workerData as { facePaths: readonly string[] }

// No folder stands there: a template reads what is given to it here, and no file of the machine.
const compiler = NodeCompiler.create({
  workspace: '/nowhere',
  fontArgs: [{ fontBlobs: facePaths.map((path) => readFileSync(path)) }],
})
compiler.mapShadow('/nowhere/house.typ', readFileSync(new URL('./house.typ', import.meta.url)))

parentPort?.on('message', ({ id, template, data }: Asked) => {
  const made = set(readFileSync(fileURLToPath(template), 'utf8'), data)
  parentPort?.postMessage({ id, made }, made.ok ? [made.pdf.buffer as ArrayBuffer] : [])
})

function set(template: string, data: string): PdfMade {
  // A package would be fetched from the network.
  if (/["']@[a-z]/.test(template)) return { ok: false, message: 'a template of ours imports no package' }
  try {
    const compiled = compiler.compile({ mainFileContent: template, inputs: { data } })
    if (!compiled.result) return { ok: false, message: complaintsOf(compiled.takeError()) }
    // Its own copy: the compiler's memory cannot be handed to another thread.
    return { ok: true, pdf: new Uint8Array(print(compiled.result)) }
  } catch (why) {
    return { ok: false, message: why instanceof Error ? why.message : String(why) }
  } finally {
    compiler.evictCache(0)
  }
}

/** PDF/UA-1; where a sign stands in none of our faces (an emoji, Chinese) that standard refuses, and a tagged PDF with a box for it is made. */
function print(document: NodeTypstDocument): Buffer {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' })
  } catch (why) {
    if (!String(why).includes('could not be displayed')) throw why
    return compiler.pdf(document, { pdfStandard: '1.7', pdfTags: true })
  }
}

function complaintsOf(error: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null): string {
  const told: readonly { message?: string }[] = error ? compiler.fetchDiagnostics(error) : []
  return told.map(({ message }) => message ?? '').join('; ')
}
