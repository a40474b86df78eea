import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import type { Terminal } from '#core/cli/command.ts'
import { progress } from '#core/cli/progress.ts'
import type { CsvProblem } from '#core/csv/csv-problem.ts'
import type { CsvRow } from '#core/csv/csv-row.ts'
import { readCsv } from '#core/csv/read-csv.ts'
import { csvText } from '#core/csv/write-csv.ts'
import { OperatorError } from '#core/operator-error.ts'

export interface Table {
  rows: AsyncIterable<CsvRow>
  onProblem(problem: CsvProblem): void
  problemCount(): number
  /** Ends the bar; answers the file of what was left out, null when nothing was. */
  finish(): Promise<string | null>
}

/** Streams a CSV file, gzipped or not, with a bar; bad rows go, with line, column and reason, into a file beside it. */
export function readTable(
  file: string,
  { terminal, required }: { terminal: Terminal; required: readonly string[] },
): Table {
  const refusalsFile = `${file.replace(/(\.csv)?(\.gz)?$/, '')}.left-out.csv`
  const bar = progress(terminal, file)
  let refusals: ReturnType<typeof createWriteStream> | null = null
  let count = 0
  const onProblem = ({ line, column, heading, reason }: CsvProblem) => {
    count += 1
    refusals ??= createWriteStream(refusalsFile)
    const columns = ['line', 'column', 'heading', 'reason']
    const [, row = ''] = csvText(columns, [[line, column, heading, reason]]).split(/(?<=\n)/)
    refusals.write(count === 1 ? csvText(columns, [[line, column, heading, reason]]) : row)
  }
  return {
    rows: rowsOf(file, { required, onProblem, onRow: (row) => bar.update(row) }),
    onProblem,
    problemCount: () => count,
    finish: async () => {
      bar.finish()
      const stream = refusals
      if (!stream) return null
      await new Promise<void>((resolve) => stream.end(resolve))
      return refusalsFile
    },
  }
}

interface RowsNeed {
  required: readonly string[]
  onProblem(problem: CsvProblem): void
  onRow(count: number): void
}

async function* rowsOf(file: string, { required, onProblem, onRow }: RowsNeed): AsyncGenerator<CsvRow> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new OperatorError(`There is no file ${file}.`)
  const bytes = createReadStream(file)
  const source = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  let count = 0
  for await (const row of readCsv(source, { required, onProblem, fileName: file })) {
    count += 1
    onRow(count)
    yield row
  }
}
