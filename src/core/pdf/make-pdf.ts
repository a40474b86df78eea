import { BackThread } from '../thread/back-thread.ts'

export interface PdfWanted {
  /** A Typst file beside the slice that uses it: `new URL('./slip.typ', import.meta.url)`. It may import `/house.typ`. */
  template: URL
  /** Becomes `data` of house.typ: text stays text, whoever wrote it. */
  data: unknown
}

const press = new BackThread<{ template: string; data: string }, Uint8Array>(
  new URL('./pdf-press.ts', import.meta.url),
  // A hundred slips leave some forty megabytes behind: ten thousand would be gigabytes in one thread.
  { retiresAfter: 5 },
)

/**
 * Sets a document by Typst: PDF/UA-1 (tagged, with title and language), faces embedded, no date inside, so that the same data
 * make the same bytes. Runs in a thread of its own, one document after the other, without network and without files.
 * Throws with the compiler's words when the template is wrong.
 */
export async function makePdf({ template, data }: PdfWanted): Promise<Buffer> {
  const { buffer, byteOffset, byteLength } = await press.ask({
    template: template.href,
    data: JSON.stringify(data),
  })
  return Buffer.from(buffer, byteOffset, byteLength)
}
