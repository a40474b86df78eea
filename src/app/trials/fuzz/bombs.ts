import { crc32, deflateSync, gzipSync } from 'node:zlib'

/** Files that are small on the wire and huge when opened, broken, or not what they say. */
export const FILES: Readonly<Record<string, () => Buffer>> = {
  empty: () => Buffer.alloc(0),
  'one byte': () => Buffer.from([0]),
  program: () => Buffer.from('MZ\x90\0 this is a program'),
  page: () => Buffer.from('<html><script>alert(1)</script>'),
  'picture of scripts': () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  'zip bomb': () => Buffer.concat([Buffer.from('PK\x03\x04'), gzipSync(Buffer.alloc(20_000_000))]),
  'gzip bomb': () => gzipSync(Buffer.alloc(20_000_000)),
  'picture of 60,000 by 60,000': () => png({ width: 60_000, height: 60_000 }),
  'picture of no size': () => png({ width: 0, height: 0 }),
  'picture that says less than it holds': () => png({ width: 10, height: 10, bytes: 30_000_000 }),
  'picture cut short': () => png({ width: 500, height: 500 }).subarray(0, 60),
  'photograph that ends at once': () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  'WebP of nothing': () => Buffer.from('RIFF\xff\xff\xff\x7fWEBPVP8L', 'latin1'),
  'PDF bomb': () => pdf(deflateSync(Buffer.alloc(30_000_000))),
  'PDF of PDF bombs': () =>
    pdf(deflateSync(deflateSync(Buffer.alloc(30_000_000))), '[/FlateDecode /FlateDecode]'),
  'PDF without an end': () => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>'),
  'PDF that is its own page': () =>
    Buffer.from('%PDF-1.4\n1 0 obj<</Type/Pages/Kids[1 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
}

interface Picture {
  width: number
  height: number
  /** Bytes of pixels that are really there, before they are packed. */
  bytes?: number
}

/** A PNG (W3C, third edition, 5) that says it is as large as asked. */
function png({ width, height, bytes = 1_000 }: Picture): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.alloc(bytes))
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A PDF of one page whose content is a packed stream. */
function pdf(stream: Buffer, filter = '/FlateDecode'): Buffer {
  const before = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj
4 0 obj<</Length ${stream.length}/Filter ${filter}>>stream\n`
  return Buffer.concat([
    Buffer.from(before),
    stream,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ])
}
