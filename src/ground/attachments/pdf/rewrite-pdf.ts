import {
  EncryptedPDFError,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import type { Remade, Unfit } from '../remake-picture.ts'
import { dangerOf, isNamed, leaveOutWhatTells } from './pdf-dangers.ts'
import { stripJpeg } from './strip-jpeg.ts'
import { unpacksWithinBounds } from './unpacked-size.ts'

/**
 * Takes a PDF apart and writes it again from what its pages reach, without what tells of its making. One that would run
 * something, carries files or has a password is refused: what cannot be read cannot be cleaned.
 */
export async function rewritePdf(bytes: Buffer): Promise<Remade> {
  if (!(await unpacksWithinBounds(bytes))) return { ok: false, why: 'unpacks-too-large' }
  try {
    const paper = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
    const { context } = paper
    const { Root } = context.trailerInfo
    if (!Root || paper.getPageCount() === 0) return { ok: false, why: 'broken' }
    context.trailerInfo = { Root }
    const walked = walk(context, Root)
    if (!walked.ok) return walked
    for (const [ref] of context.enumerateIndirectObjects()) {
      if (!walked.reached.has(ref)) context.delete(ref)
    }
    return { ok: true, bytes: Buffer.from(await paper.save({ updateFieldAppearances: false })) }
  } catch (error) {
    return { ok: false, why: error instanceof EncryptedPDFError ? 'locked' : 'broken' }
  }
}

type Walked = { ok: true; reached: ReadonlySet<PDFRef> } | { ok: false; why: Unfit }

/** Goes through everything that hangs on the root, cleans each dictionary on the way, and stops at the first danger. */
function walk(context: PDFContext, root: PDFObject): Walked {
  const reached = new Set<PDFRef>()
  const waiting: PDFObject[] = [root]
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      const isNew = !reached.has(object)
      reached.add(object)
      const target = isNew ? context.lookup(object) : undefined
      if (target) waiting.push(target)
      if (target instanceof PDFRawStream) context.assign(object, withoutExif(target))
    } else if (object instanceof PDFArray) {
      waiting.push(...object.asArray())
    } else if (object instanceof PDFDict || object instanceof PDFStream) {
      const dictionary = object instanceof PDFDict ? object : object.dict
      const danger = dangerOf(dictionary)
      if (danger) return { ok: false, why: danger }
      leaveOutWhatTells(dictionary)
      waiting.push(...dictionary.values())
    }
  }
  return { ok: true, reached }
}

/** A photograph inside a PDF is a whole JPEG, with the place where it was taken. */
function withoutExif(stream: PDFRawStream): PDFRawStream {
  if (!isNamed(stream.dict, 'Filter', ['DCTDecode', 'DCT']) && !isOnlyJpeg(stream.dict)) return stream
  return PDFRawStream.of(stream.dict, stripJpeg(stream.contents))
}

function isOnlyJpeg(dictionary: PDFDict): boolean {
  const filters = dictionary.lookup(PDFName.of('Filter'))
  if (!(filters instanceof PDFArray) || filters.size() !== 1) return false
  const [only] = filters.asArray()
  return only instanceof PDFName && ['DCTDecode', 'DCT'].includes(only.decodeText())
}
