import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const shared = process.env.FOLKMOOT_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url))

/** The folder of real and published texts, described in its README. */
export const textsFolder = `${shared}/data/texts`
export const hasTexts = existsSync(`${textsFolder}/themefinder`)
/** Said in the name of a test that cannot run without it. */
export const WITHOUT_TEXTS = hasTexts
  ? ''
  : ' (skipped: no ../shared/data/texts; FOLKMOOT_SHARED may name it)'

export interface CodedAnswer {
  text: string
  /** The themes people gave it. */
  labels: string[]
  position: string
}

/** The thousand synthetic answers with their themes and positions (themefinder, i.AI, MIT). */
export function themefinderAnswers(): CodedAnswer[] {
  const file = readFileSync(`${textsFolder}/themefinder/generation/eval_sentiments.csv`, 'utf8')
  const [headings = [], ...rows] = cellsOf(file)
  const cell = (row: readonly string[], name: string) => row[headings.indexOf(name)] ?? ''
  return rows.map((row) => ({
    text: cell(row, 'response'),
    labels: [...cell(row, 'target_topics').matchAll(/'([A-L])': \{/g)].map(([, label = '']) => label),
    position: cell(row, 'position'),
  }))
}

/** The hundred synthetic respondents' answers to question 1 or 2. */
export function gamblingAnswers(question: 1 | 2): CodedAnswer[] {
  const folder = `${textsFolder}/themefinder/gambling_XS`
  const lines = (path: string) =>
    readFileSync(`${folder}/${path}`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  const mapping = lines(`outputs/mapping/2025-07-22/question_part_${question}/mapping.jsonl`)
  const positions = lines(`outputs/mapping/2025-07-22/question_part_${question}/sentiment.jsonl`)
  return lines(`inputs/question_part_${question}/responses.jsonl`).map(({ response_id: id, response }) => ({
    text: String(response),
    labels: mapping.find((each) => each.response_id === id)?.labels ?? [],
    position: positions.find((each) => each.response_id === id)?.position ?? '',
  }))
}

/** The 32,873 titles of petitions of the parliament of 2010-15. */
export function petitionTitles(): string[] {
  const file = gunzipSync(
    readFileSync(`${textsFolder}/petitions-2010-15/published-petitions-20102015.csv.gz`),
  )
  const [headings = [], ...rows] = cellsOf(file.toString('utf8').replace(/^\ufeff/, ''))
  return rows.map((row) => row[headings.indexOf('Petition')] ?? '')
}

/** A small reader for these known files: quotation marks doubled inside quoted cells. */
function cellsOf(file: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of file.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    if (row.length > 1) rows.push(row)
    row = []
  }
  return rows
}
