import { Readable } from 'node:stream'
import type { CsvProblem } from '#core/csv/csv-problem.ts'
import { readCsv } from '#core/csv/read-csv.ts'
import { translator } from '#core/i18n/translate.ts'
import type { TestHouse } from './open-test-house.ts'

/** A text of CSV as imports are given it; `problems` fills while it is read. */
export function csvIn({ clock }: Pick<TestHouse, 'clock'>, text: string) {
  const problems: CsvProblem[] = []
  const onProblem = (problem: CsvProblem) => void problems.push(problem)
  const rows = readCsv(Readable.from([Buffer.from(text)]), { onProblem })
  return { given: { rows, onProblem, now: clock.now(), t: translator('en', new Map()) }, problems }
}
