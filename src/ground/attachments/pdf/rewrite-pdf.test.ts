import { deflateSync } from 'node:zlib'
import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { rewritePdf } from './rewrite-pdf.ts'
import { stripJpeg } from './strip-jpeg.ts'

async function paper(fill: (paper: PDFDocument) => Promise<void> | void = () => {}): Promise<Buffer> {
  const paper = await PDFDocument.create()
  paper.addPage([200, 200]).drawText('The lease')
  await fill(paper)
  return Buffer.from(await paper.save({ useObjectStreams: false }))
}

const whole = async (bytes: Buffer) => {
  const remade = await rewritePdf(bytes)
  if (!remade.ok) throw new Error(remade.why)
  const again = await PDFDocument.load(remade.bytes, { updateMetadata: false })
  // Written without packing, so that every text in it can be looked for.
  return { again, text: Buffer.from(await again.save({ useObjectStreams: false })).toString('latin1') }
}

test('who made it, when and with what stays behind, the page stays', async () => {
  const bytes = await paper((paper) => {
    paper.setAuthor('Nasreen Akhtar')
    paper.setProducer('Nasreen’s typewriter')
    const xmp = paper.context.stream('<x:xmpmeta>nasreen@example.org</x:xmpmeta>', {
      Type: 'Metadata',
      Subtype: 'XML',
    })
    paper.catalog.set(PDFName.of('Metadata'), paper.context.register(xmp))
    const comment = paper.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9] })
    comment.set(PDFName.of('T'), PDFString.of('Nasreen A.'))
    paper.getPage(0).node.set(PDFName.of('Annots'), paper.context.obj([comment]))
  })
  expect(bytes.toString('latin1')).toContain('nasreen@example.org')
  const { again, text } = await whole(bytes)
  expect(again.getPageCount()).toBe(1)
  expect(text).not.toMatch(/nasreen|xmpmeta|\/Info |CreationDate/i)
  expect(text).not.toContain(Buffer.from('Nasreen', 'utf16le').swap16().toString('latin1'))
  expect(text).not.toContain(Buffer.from('Nasreen', 'utf16le').swap16().toString('hex').toUpperCase())
})

test('the place where a photograph inside was taken stays behind', async () => {
  const photograph = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#808080' } })
    .withExif({ IFD0: { Copyright: 'nasreen@example.org' } })
    .jpeg()
    .toBuffer()
  expect(photograph.toString('latin1')).toContain('nasreen@example.org')
  const bytes = await paper(async (paper) => {
    paper.getPage(0).drawImage(await paper.embedJpg(photograph))
  })
  expect(bytes.toString('latin1')).toContain('nasreen@example.org')
  const { text } = await whole(bytes)
  expect(text).not.toContain('nasreen@example.org')
  expect((await sharp(Buffer.from(stripJpeg(photograph))).metadata()).width).toBe(40)
})

test('one that runs a script, however it is spelt, starts a program or carries files is refused', async () => {
  const dangers: [Record<string, string>, string][] = [
    [{ Type: 'Action', S: 'JavaScript' }, 'has-scripts'],
    [{ S: 'Java#53cript' }, 'has-scripts'],
    [{ S: 'Launch' }, 'has-scripts'],
    [{ S: 'SubmitForm' }, 'has-scripts'],
    [{ Type: 'EmbeddedFile' }, 'has-files'],
  ]
  for (const [danger, why] of dangers) {
    const bytes = await paper((paper) => {
      paper.catalog.set(PDFName.of('OpenAction'), paper.context.register(paper.context.obj(danger)))
    })
    const hung = await paper((paper) => {
      paper.getPage(0).node.set(PDFName.of('Extra'), paper.context.register(paper.context.obj(danger)))
    })
    // Done when the paper is opened: left out with the key, and the paper is taken.
    expect((await whole(bytes)).text).not.toMatch(/JavaScript|Launch|SubmitForm|EmbeddedFile/)
    expect(await rewritePdf(hung)).toEqual({ ok: false, why })
  }
})

test('what nothing on the pages reaches is not carried along', async () => {
  const bytes = await paper((paper) => {
    paper.context.register(
      PDFRawStream.of(PDFDict.withContext(paper.context), Buffer.from('an earlier draft')),
    )
  })
  expect(bytes.toString('latin1')).toContain('an earlier draft')
  expect((await whole(bytes)).text).not.toContain('an earlier draft')
})

test('one that unpacks to far more than it seems is refused before it is parsed', async () => {
  const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024))
  const bytes = await paper((paper) => {
    const dictionary = paper.context.obj({ Filter: 'FlateDecode', Length: bomb.length })
    paper.context.register(PDFRawStream.of(dictionary, bomb))
  })
  expect(bytes.length).toBeLessThan(1024 * 1024)
  expect(await rewritePdf(bytes)).toEqual({ ok: false, why: 'unpacks-too-large' })
})

test('bytes that only begin like a PDF are called broken', async () => {
  expect(await rewritePdf(Buffer.from('%PDF-1.7\nnothing of the sort'))).toEqual({ ok: false, why: 'broken' })
})
