import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { answerAsked } from '../thread/answer-asked.ts'
import { facePaths } from './faces.ts'
import { loadTypst, type TypstDocument, type TypstError } from './typst.ts'

// The thread of `make-pdf.ts`.

// No folder stands there: a template reads what is given to it here, and no file of the machine.
const compiler = loadTypst().NodeCompiler.create({
  workspace: '/nowhere',
  fontArgs: [{ fontBlobs: facePaths.map((path) => readFileSync(path)) }],
})
compiler.mapShadow('/nowhere/house.typ', readFileSync(new URL('./house.typ', import.meta.url)))

answerAsked(({ template, data }: { template: string; data: string }): Uint8Array => {
  const source = readFileSync(fileURLToPath(template), 'utf8')
  // A package would be fetched from the network.
  if (/["']@[a-z]/.test(source)) throw new Error('a template of ours imports no package')
  try {
    const compiled = compiler.compile({ mainFileContent: source, inputs: { data } })
    if (!compiled.result) throw new Error(complaintsOf(compiled.takeError()))
    // Its own copy: the compiler's memory cannot be handed to another thread.
    return new Uint8Array(print(compiled.result))
  } finally {
    compiler.evictCache(0)
  }
})

/** PDF/UA-1; where a sign stands in none of our faces (an emoji, Chinese) that standard refuses, and a tagged PDF with a box for it is made. */
function print(document: TypstDocument): Buffer {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' })
  } catch (why) {
    if (!String(why).includes('could not be displayed')) throw why
    return compiler.pdf(document, { pdfStandard: '1.7', pdfTags: true })
  }
}

function complaintsOf(error: TypstError | null): string {
  const told = error ? compiler.fetchDiagnostics(error) : []
  return told.map(({ message }) => message ?? '').join('; ')
}
