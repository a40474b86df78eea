import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { writeZip, type ZipFile } from './write-zip.ts'

const AT = new Date('2026-11-22T10:20:30Z')

/** What Python's own reader, which checks every sum, finds in the archive. */
async function readBack(files: Iterable<ZipFile> | AsyncIterable<ZipFile>): Promise<Record<string, string>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zip-'))
  try {
    const pieces: Buffer[] = []
    for await (const piece of writeZip(files, AT)) pieces.push(piece)
    const archive = path.join(folder, 'a.zip')
    writeFileSync(archive, Buffer.concat(pieces))
    const script =
      'import sys,zipfile,json,hashlib\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps({i.filename: hashlib.sha256(z.read(i)).hexdigest() for i in z.infolist()}))'
    return JSON.parse(execFileSync('python3', ['-c', script, archive], { encoding: 'utf8' }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const hasPython = (() => {
  try {
    execFileSync('python3', ['--version'])
    return true
  } catch {
    return false
  }
})()

test.skipIf(!hasPython)(
  'another program opens it, whatever is in it: empty, large, in pieces, of any name',
  async () => {
    const { createHash } = await import('node:crypto')
    const sum = (...pieces: string[]) => createHash('sha256').update(pieces.join('')).digest('hex')
    const large = 'میرا ڈیٹا '.repeat(50_000)
    async function* inPieces() {
      yield 'first, '
      yield Buffer.from('second')
    }
    const found = await readBack([
      { name: 'index.html', content: ['<p>page</p>'] },
      { name: 'csv/empty.csv', content: [] },
      { name: 'words/اردو.txt', content: [large] },
      { name: 'pieces.txt', content: inPieces() },
    ])
    expect(found).toEqual({
      'index.html': sum('<p>page</p>'),
      'csv/empty.csv': sum(),
      'words/اردو.txt': sum(large),
      'pieces.txt': sum('first, second'),
    })
  },
)

test('a file that fails while it is read makes the archive fail, not look whole', async () => {
  async function* failing() {
    yield 'some'
    throw new Error('the database went away')
  }
  const writing = async () => {
    for await (const _ of writeZip([{ name: 'a', content: failing() }], AT));
  }
  await expect(writing()).rejects.toThrow('the database went away')
})
