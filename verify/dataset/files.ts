import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Misuse } from '../say.ts'
import { readText } from '../words.ts'

/** What is read of datapackage.json (docs/formats/call-dataset.md). */
export interface Package {
  resources: { path: string; hash: string; bytes: number; schema: { fields: { name: string }[] } }[]
  folkmoot: {
    format: string
    call: number
    edition: number
    rows: number
    entry: { leaf: unknown; leaf_index: number | null; salt: string; content: Record<string, unknown> } | null
    questions: { place: number; kind: string; options: { place: number }[] }[]
    withheld: { what: string; answers: number }[]
  }
}

interface Cell {
  key: string
  count: number | null
}

/** What is read of figures.json. */
export interface Figures {
  dataset_sha256: string
  edition: number
  figures: {
    counted: number
    routes: Cell[] | null
    languages: Cell[] | null
    standings: Cell[] | null
    questions: {
      place: number
      options: { place: number; chosen: number; disagreed: number; passed: number }[]
      themes: { number: number; answers: number }[]
    }[]
  }
}

export interface DatasetFiles {
  described: Package
  figures: Figures
  csv: Buffer
}

export function readDatasetFiles(folder: string): DatasetFiles {
  const described = parsed<Package>(join(folder, 'datapackage.json'))
  const figures = parsed<Figures>(join(folder, 'figures.json'))
  if (described.folkmoot?.format !== 'call-dataset/1')
    throw new Misuse(`${folder} holds no dataset of a call (call-dataset/1).`)
  const file = join(folder, 'answers.csv')
  if (!existsSync(file)) throw new Misuse(`This file cannot be read: ${file}`)
  return { described, figures, csv: readFileSync(file) }
}

function parsed<T>(path: string): T {
  try {
    return JSON.parse(readText(path)) as T
  } catch (problem) {
    if (problem instanceof Misuse) throw problem
    throw new Misuse(`${path} is no JSON.`)
  }
}
