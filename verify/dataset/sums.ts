import type { Report } from '../say.ts'
import type { DatasetFiles } from './files.ts'
import { readRows } from './read-rows.ts'

type Row = Readonly<Record<string, string>>

const LEAST = 5
/** The page of an answer says these all the same, where its notice publishes words: to leave them out would hide nothing. */
const ON_ITS_PAGE = ['route', 'language']
const BESIDE = ['standing', 'nation', 'region', 'is_from_office_holder']

/** Adds the rows up again and holds them against the figures: rows that were dropped may be missing, nothing may be too much. */
export function checkSums({ described, figures, csv }: DatasetFiles, report: Report): void {
  const [head = [], ...cells] = readRows(csv.toString('utf8'))
  const rows = cells.map((row): Row => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
  const names = (described.resources[0]?.schema.fields ?? []).map(({ name }) => name)
  report.check(
    names.join() === head.join(),
    'Its columns are those that are described.',
    'Its columns are not those that are described.',
  )
  const dropped = described.folkmoot.withheld.find(({ what }) => what === 'small-cells')?.answers ?? 0
  const { counted } = figures.figures
  report.check(
    rows.length === described.folkmoot.rows && rows.length + dropped === counted,
    `${rows.length} rows and ${dropped} that are left out make the ${counted} answers of the result.`,
    `${rows.length} rows and ${dropped} that are left out do not make the ${counted} answers of the result.`,
  )
  checkCrowds(rows, report)
  checkLists(rows, { figures, dropped }, report)
  for (const question of figures.figures.questions) checkQuestion(rows, { question, dropped }, report)
}

function checkCrowds(rows: readonly Row[], report: Report): void {
  const about = (row: Row, names: readonly string[]) => names.map((name) => row[name] ?? '')
  const saysMore = (row: Row) => about(row, BESIDE).some((cell) => cell !== '')
  const crowds = Map.groupBy(rows.filter(saysMore), (row) =>
    JSON.stringify(about(row, [...ON_ITS_PAGE, ...BESIDE])),
  )
  const alone = [...crowds.values()].filter((crowd) => crowd.length < LEAST).length
  report.check(
    alone === 0,
    `No answer says more than its own page where fewer than ${LEAST} look the same.`,
    `${alone} groups have fewer than ${LEAST} answers that look the same.`,
  )
}

interface Told {
  figures: DatasetFiles['figures']
  dropped: number
}

function checkLists(rows: readonly Row[], { figures }: Told, report: Report): void {
  const lists = { route: 'routes', language: 'languages', standing: 'standings' } as const
  for (const [column, list] of Object.entries(lists)) {
    const cells = figures.figures[list] ?? []
    const wrong = cells.filter(({ key, count }) => {
      const found = rows.filter((row) => row[column] === key).length
      return count !== null && found > count
    })
    report.check(
      wrong.length === 0,
      `No ${column} has more rows than the result counts.`,
      `More rows than the result counts: ${wrong.map(({ key }) => key).join(', ')}.`,
    )
  }
}

interface Asked {
  question: DatasetFiles['figures']['figures']['questions'][number]
  dropped: number
}

function checkQuestion(rows: readonly Row[], { question, dropped }: Asked, report: Report): void {
  const { place, options, themes } = question
  const near = (found: number, told: number) => found <= told && told - found <= dropped
  const wrong = options.filter((option) => {
    const marks = rows.map((row) => row[`q${place}_option${option.place}`])
    const count = (mark: string) => marks.filter((one) => one === mark).length
    return !(
      near(count('1'), option.chosen) &&
      near(count('-1'), option.disagreed) &&
      near(count('0'), option.passed)
    )
  })
  if (options.length > 0)
    report.check(
      wrong.length === 0,
      `Question ${place}: every option adds up.`,
      `Question ${place}: options ${wrong.map((option) => option.place).join(', ')} do not add up.`,
    )
  const numbers = rows.map((row) => new Set((row[`q${place}_themes`] ?? '').split(' ').filter(Boolean)))
  const tooMany = themes.filter(
    ({ number, answers }) => numbers.filter((one) => one.has(String(number))).length > answers,
  )
  if (themes.length > 0)
    report.check(
      tooMany.length === 0,
      `Question ${place}: no theme has more rows than the result counts.`,
      `Question ${place}: themes ${tooMany.map(({ number }) => number).join(', ')} have more rows than the result counts.`,
    )
}
