import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { projectRoot } from '#core/config/project-root.ts'
import { csvText } from '#core/csv/write-csv.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { languageNamed } from '#core/i18n/languages.ts'
import type { ZipFile } from '#core/zip/write-zip.ts'
import { fonts } from '#ui/fonts/fonts.ts'
import { toHtml } from '#ui/page/render-page.ts'
import { declared } from './declared.ts'
import { heldJson, plainValue } from './held-json.ts'
import { type Held, rowsIn } from './held-of.ts'
import { COPY_FACE, CopyDocument } from './pages/copy-document.tsx'
import { textOf } from './pages/held-rows.tsx'
import type { Subject } from './subject.ts'

/**
 * The files of a copy, one declaration after the other: CSV and what was handed in as it is, then the page and the JSON,
 * which are put together from what was read, so that all of them say the same.
 */
export async function* filesOfCopy(x: Exchange, subject: Subject): AsyncGenerator<ZipFile> {
  const all: (Held & { name: string })[] = []
  for (const data of declared()) {
    const rows = await rowsIn(x.db, data, subject)
    if (rows.length === 0) continue
    const held = { data, rows, name: nameOf(all.length, data.table) }
    yield csvOf(held)
    yield* attachedTo(held)
    // Of a file only its size goes on: the bytes are in the archive already.
    all.push({ ...held, rows: rows.map(withoutBytes) })
  }
  yield { name: 'my-data.json', content: [JSON.stringify(jsonOf(x, all), null, 2)] }
  const { dir } = languageNamed(x.language)
  if (dir === 'rtl') yield* faceOfCopy()
  yield {
    name: 'index.html',
    content: [toHtml(<CopyDocument t={x.t} now={x.now} house={x.house.name} dir={dir} held={all} />)],
  }
}

/** The face that the page is set in, since not every machine has one for its script; left out where it cannot be read. */
async function* faceOfCopy(): AsyncGenerator<ZipFile> {
  const place = path.join(projectRoot, 'node_modules', fonts[COPY_FACE] ?? '')
  const face = await readFile(place).catch(() => null)
  if (face) yield { name: `fonts/${COPY_FACE}`, content: [face] }
}

const nameOf = (before: number, table: string) => `${String(before + 1).padStart(2, '0')}-${table}`

function jsonOf(x: Exchange, held: readonly Held[]) {
  return { house: x.house.name, taken_at: x.now.toISOString(), held: heldJson(x.t, held) }
}

function csvOf({ name, rows }: Held & { name: string }): ZipFile {
  const labels = Object.keys(rows[0] ?? {})
  const cells = rows.map((row, at) =>
    labels.map((label) => {
      const value = row[label]
      if (Buffer.isBuffer(value)) return fileName(name, at, row)
      return value === null || value === undefined ? null : textOf(plainValue(value))
    }),
  )
  return { name: `csv/${name}.csv`, content: [csvText(labels, cells)] }
}

function* attachedTo({ name, rows }: Held & { name: string }): Generator<ZipFile> {
  for (const [at, row] of rows.entries())
    for (const value of Object.values(row))
      if (Buffer.isBuffer(value)) yield { name: fileName(name, at, row), content: [value] }
}

const ENDINGS = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
  ['application/pdf', 'pdf'],
])

function fileName(name: string, at: number, row: Readonly<Record<string, unknown>>): string {
  return `files/${name}-${at + 1}.${ENDINGS.get(String(row.kind)) ?? 'bin'}`
}

function withoutBytes(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const sizes = Object.entries(row).map(([label, value]) => [
    label,
    Buffer.isBuffer(value) ? `${value.length} bytes` : value,
  ])
  return Object.fromEntries(sizes)
}
