import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { migrationsIn } from '#core/db/migrate.ts'
import { slices } from './slices.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const source = path.join(root, 'src')
const WINGS = ['listen', 'propose', 'deliberate', 'decide', 'deliver', 'learn']
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  methods: ['methods'],
  ui: ['ui', 'core', 'methods'],
  ground: ['ground', 'ui', 'core', 'methods'],
}

interface SourceFile {
  /** `propose/submissions/routes.ts` */
  place: string
  text: string
  isTest: boolean
}

const files: SourceFile[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((place) => ({
    place,
    text: readFileSync(path.join(source, place), 'utf8'),
    isTest: /\.test\.tsx?$/.test(place) || place.includes('/testing/'),
  }))

/** Where an import leads, as a place below `src/`; null for a library. */
function importsOf({ place, text }: SourceFile): string[] {
  const found = text.matchAll(/(?:from|import\()\s*'([^']+)'/g)
  return [...found].flatMap(([, target = '']) => {
    if (target.startsWith('#db/')) return []
    if (target.startsWith('#')) return [target.slice(1)]
    return target.startsWith('.') ? [path.join(path.dirname(place), target)] : []
  })
}

const sliceOf = (place: string) => place.split('/').slice(0, 2).join('/')

/** Why one place may not lean on another; null when it may. */
function breach(from: string, to: string): string | null {
  const [floor = '', other = ''] = [from.split('/')[0], to.split('/')[0]]
  if (floor === 'app' || !from.includes('/')) return null
  const allowed = FLOORS[floor]
  if (allowed) return allowed.includes(other) ? null : `${floor} may not lean on ${other}`
  if (sliceOf(from) === sliceOf(to) || ['ground', 'ui', 'core', 'methods'].includes(other)) return null
  if (other === 'app') return `${floor} may not lean on app`
  if (!to.endsWith('/index.ts')) return 'another slice is entered by its door (index.ts)'
  if (floor === 'trust' || other === 'trust') return null
  return WINGS.indexOf(other) >= WINGS.indexOf(floor) ? null : 'work is handed forward, never back'
}

describe('the floors of the house', () => {
  const arrows = files
    .filter((file) => !file.isTest)
    .flatMap((file) => importsOf(file).map((to) => ({ from: file.place, to })))

  test('nothing leans upward, back, or through a window', () => {
    const breaches = arrows.flatMap(({ from, to }) => {
      const why = breach(from, to)
      return why ? [`${from} → ${to}: ${why}`] : []
    })
    expect(breaches).toEqual([])
    expect(arrows.length).toBeGreaterThan(200)
  })
})

describe('one writer a table', () => {
  test('each table belongs to the slice whose name its migration starts with', async () => {
    const owned = new Map(
      slices.flatMap((slice) => slice.tables.map((table) => [table, slice.name] as const)),
    )
    const made = new Map<string, string>()
    for (const file of await migrationsIn(path.join(root, 'db/migrations'))) {
      const sql = readFileSync(path.join(root, 'db/migrations', file), 'utf8')
      for (const [, table = ''] of sql.matchAll(/create table (?:if not exists )?([a-z_]+)/g))
        made.set(table, file)
      for (const [, before = '', table = ''] of sql.matchAll(/alter table ([a-z_]+) rename to ([a-z_]+)/g))
        if (made.delete(before)) made.set(table, file)
    }
    const wrong = [...made]
      .filter(([table]) => !owned.has(table) && !CORE_TABLES.has(table))
      .map(([table, file]) => `${table} (${file}) belongs to no slice`)
    expect(wrong).toEqual([])
  })

  test('nobody else writes it', () => {
    const wrong = files.filter((file) => !file.isTest).flatMap(writesOutside)
    expect(wrong).toEqual([])
  })
})

/** Written by the core: letters on their way, and the keys of retries. */
const CORE_TABLES = new Map([
  ['letters_out', 'core/mail'],
  ['done_once', 'core/db'],
])

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function writesOutside({ place, text }: SourceFile): string[] {
  const builder = text.matchAll(
    /(?:\.(?:insertInto|updateTable|deleteFrom)\(|\binsertRows\(\s*\w+,|\browsToInsert\()\s*'([A-Za-z]+)/g,
  )
  const raw = text.matchAll(/(?:insert into|delete from|^\s*update) ([a-z_]+)/gm)
  const tables = [
    ...[...builder].map(([, table = '']) => snake(table)),
    ...[...raw].map(([, table = '']) => table),
  ]
  return tables.flatMap((table) => {
    const owner =
      CORE_TABLES.get(table) ?? folderOf(slices.find((slice) => slice.tables.includes(table))?.name)
    return owner === undefined || place.startsWith(`${owner}/`)
      ? []
      : [`${place} writes ${table}, which is ${owner}’s`]
  })
}

function folderOf(slice: string | undefined): string | undefined {
  if (slice === undefined) return undefined
  return files.map((file) => sliceOf(file.place)).find((folder) => folder.endsWith(`/${slice}`))
}

describe('routes', () => {
  const routes = slices.flatMap((slice) => slice.routes ?? [])

  test('every route names its policy', () => {
    expect(routes.filter((route) => !route.policy?.name).map((route) => route.path)).toEqual([])
    expect(routes.length).toBeGreaterThan(10)
  })

  test('no two slices answer the same address', () => {
    const addresses = routes.map((route) => `${route.method} ${route.path}`)
    expect(addresses.filter((address, at) => addresses.indexOf(address) !== at)).toEqual([])
  })

  test('every entry type that is written has a gloss in plain words', () => {
    const glossed = new Set(slices.flatMap((slice) => Object.keys(slice.entryTypes ?? {})))
    const written = files
      .filter((file) => !file.isTest && file.text.includes('appendEntry'))
      .flatMap((file) => [...file.text.matchAll(/kind: '([a-z-]+\.[a-z-]+)'/g)].map(([, kind = '']) => kind))
    expect(written.filter((kind) => !glossed.has(kind))).toEqual([])
  })
})

test('nobody asks the machine for the time or for chance in a slice', () => {
  const asks = files
    .filter(({ place, isTest }) => !isTest && !place.startsWith('core/') && !place.startsWith('app/'))
    .filter(({ text }) => /new Date\(\)|Date\.now\(\)|Math\.random\(\)/.test(text))
  expect(asks.map(({ place }) => place)).toEqual([])
})

test('files stay within two hundred lines', () => {
  // Lists of sentences are as long as what has to be said.
  const code = files.filter(({ place }) => !/(?:messages|words-[a-z]+)\.ts$/.test(place))
  const long = code.filter(({ text }) => text.trimEnd().split('\n').length > 200).map(({ place }) => place)
  expect(long).toEqual([])
})
