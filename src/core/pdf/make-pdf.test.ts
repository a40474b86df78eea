import { execFileSync, spawnSync } from 'node:child_process'

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { makePdf } from './make-pdf.ts'

const template = new URL('./testing/sample.typ', import.meta.url)
const hasReader = spawnSync('pdftotext', ['-v']).status === 0

function wordsOf(pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'pdf '))
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf)
    return execFileSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A template of this test alone. */
async function setText(typst: string, data: unknown = {}): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'a template '))
  try {
    writeFileSync(join(folder, 'a.typ'), typst)
    return await makePdf({ template: pathToFileURL(join(folder, 'a.typ')), data })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const HOSTILE = [
  '#read("/etc/passwd")',
  '#import "@preview/cetz:0.2.0"',
  '$ integral_0^1 $ *bold* _slanted_ = heading',
  '"; } #panic("broken out") // \\u{202e}',
  '<label> @reference `raw` \\ #{ eval("1+1") }',
]

test('the same data make the same bytes: tagged, with title and language', async () => {
  const data = { title: 'What should change?', language: 'cy', lines: ['Un', 'Dau'] }
  const [one, two] = await Promise.all([makePdf({ template, data }), makePdf({ template, data })])
  expect(one.equals(two)).toBe(true)
  const document = await PDFDocument.load(one, { updateMetadata: false })
  const { catalog, context } = document
  expect(String(catalog.get(PDFName.of('Lang')))).toContain('cy')
  expect(String(context.lookup(catalog.get(PDFName.of('MarkInfo'))))).toContain('/Marked true')
  expect([document.getCreationDate(), document.getModificationDate()]).toEqual([undefined, undefined])
})

test.skipIf(!hasReader)('words of strangers stay words', async () => {
  const pdf = await makePdf({ template, data: { title: 'Hostile', language: 'en', lines: HOSTILE } })
  const words = wordsOf(pdf)
  expect(words).toContain('#read("/etc/passwd")')
  expect(words).toContain('$ integral_0^1 $ *bold* _slanted_ = heading')
  expect(words).toContain('@reference `raw`')
  expect(words).not.toContain('root:')
})

test('nothing of theirs becomes code, with no program to read it either', async () => {
  const data = { title: HOSTILE[0], language: 'en', lines: HOSTILE }
  const pdf = await PDFDocument.load(await makePdf({ template, data }), { updateMetadata: false })
  expect(pdf.getTitle()).toBe('#read("/etc/passwd")')
  expect(pdf.getPageCount()).toBe(1)
})

test('every face is embedded, Urdu in Nastaliq', async () => {
  const data = { title: 'آپ کی رائے', language: 'ur', lines: ['بسیں کم ہیں', 'Zażółć gęślą jaźń', 'Привет'] }
  const { context } = await PDFDocument.load(await makePdf({ template, data }), { updateMetadata: false })
  const objects = context.enumerateIndirectObjects().map(([, object]) => String(object))
  const faces = objects.filter((object) => /\/Type \/FontDescriptor/.test(object))
  expect(faces.join()).toContain('NotoNastaliqUrdu')
  expect(faces.join()).toContain('NotoSans')
  expect(faces.every((face) => /\/FontFile[23]? /.test(face))).toBe(true)
})

test('a template reads no file of the machine, fetches nothing, and a wrong one says so', async () => {
  await expect(setText('#read("/etc/passwd")')).rejects.toThrow('file not found')
  await expect(setText('#read("../../../etc/passwd")')).rejects.toThrow('denied')
  await expect(setText('#import "@preview/cetz:0.2.0"')).rejects.toThrow('imports no package')
  await expect(setText('#nonsense')).rejects.toThrow('unknown variable: nonsense')
  await expect(setText('#set document(title: "Still at work")\nYes')).resolves.toBeInstanceOf(Buffer)
})

test('a sign that no face has is a box, in a PDF that is tagged all the same', async () => {
  const data = { title: 'Signs', language: 'en', lines: ['😀 公共汽车 བོད'] }
  const { catalog, context } = await PDFDocument.load(await makePdf({ template, data }), {
    updateMetadata: false,
  })
  expect(String(context.lookup(catalog.get(PDFName.of('MarkInfo'))))).toContain('/Marked true')
})
