import fc from 'fast-check'
import type { WorldHouse } from '../../testing/open-world.ts'
import { FILES } from './bombs.ts'
import type { FuzzTask } from './fuzz-requests.ts'
import { Tally } from './is-clear.ts'
import { NASTY } from './nasty.ts'

const PATHS = [
  '/submissions',
  '/submissions/preview',
  '/submissions/drafts',
  '/sign-in',
  '/api/v1/submissions',
]
const AT_ONCE = 2

/** Multipart forms with bombs, broken files and names that lead elsewhere; and forms that are broken themselves. */
export async function fuzzUploads(house: WorldHouse, { runs, seed }: FuzzTask): Promise<Tally> {
  const tally = new Tally()
  const files = new Map(Object.entries(FILES).map(([name, make]) => [name, make()]))
  const uploads = fc.sample(uploadOf([...files.keys()]), { numRuns: runs, seed })
  for (let from = 0; from < uploads.length; from += AT_ONCE)
    await Promise.all(
      uploads.slice(from, from + AT_ONCE).map(async (upload) => {
        const reply = await house.server.inject({
          method: 'POST',
          url: upload.path,
          headers: {
            accept: 'application/json',
            'content-type': `multipart/form-data; boundary=${upload.says}`,
          },
          payload: broken(bytesOf(upload, files), upload.cut),
        })
        const retryAfter = reply.headers['retry-after']
        tally.take({ status: reply.statusCode, body: reply.body, retryAfter }, () => JSON.stringify(upload))
      }),
    )
  return tally
}

type Upload = ReturnType<typeof uploadOf> extends fc.Arbitrary<infer One> ? One : never

function uploadOf(files: readonly string[]) {
  const headerSafe = NASTY.map((text) => text.replace(/[\r\n"]/g, '')).filter((text) => text.length < 1_000)
  const field = fc.record({
    name: fc.constantFrom('title', 'words', 'to', 'authorship', 'files', ...headerSafe),
    value: fc.constantFrom(...NASTY, 'housing', 'anonymous', 'Damp in the stairwell'),
  })
  const file = fc.record({
    name: fc.constantFrom('files', 'files', 'files', ...headerSafe),
    filename: fc.constantFrom('kitchen.jpg', ...headerSafe),
    file: fc.constantFrom(...files),
  })
  return fc.record({
    path: fc.constantFrom(...PATHS),
    fields: fc.array(field, { maxLength: 8 }),
    files: fc.array(file, { maxLength: 6 }),
    /** The boundary that the header names; once in a while another than the body's. */
    says: fc.constantFrom(BOUNDARY, BOUNDARY, BOUNDARY, BOUNDARY, 'elsewhere', '"', 'x'.repeat(300)),
    /** Where the body is cut off, in thousandths; 1000 is whole. */
    cut: fc.oneof({ weight: 4, arbitrary: fc.constant(1_000) }, fc.integer({ min: 0, max: 999 })),
  })
}

const BOUNDARY = 'moot-boundary-7'

function bytesOf(upload: Upload, files: ReadonlyMap<string, Buffer>): Buffer {
  const start = (name: string, more = '') =>
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`)
  const end = Buffer.from('\r\n')
  const fields = upload.fields.flatMap(({ name, value }) => [start(name), Buffer.from(value), end])
  const parts = upload.files.flatMap(({ name, filename, file }) => [
    start(name, `; filename="${filename}"`),
    files.get(file) ?? Buffer.alloc(0),
    end,
  ])
  return Buffer.concat([...fields, ...parts, Buffer.from(`--${BOUNDARY}--\r\n`)])
}

function broken(bytes: Buffer, cut: number): Buffer {
  return bytes.subarray(0, Math.ceil((bytes.length * cut) / 1_000))
}
