import { basename } from 'node:path'
import type { Terminal } from '#core/cli/command.ts'
import { readOptions } from '#core/cli/options.ts'
import { table } from '#core/cli/table.ts'
import type { CsvRow } from '#core/csv/csv-row.ts'
import { csvText } from '#core/csv/write-csv.ts'
import { OperatorError } from '#core/operator-error.ts'
import { bytesFromHex, drawInvitations, streamFrom } from '#methods/sortition/index.ts'
import { listOf, rowsOf } from './read-asked.ts'

const kinds = {
  addresses: 'text',
  strata: 'text',
  letters: 'text',
  seed: 'text',
  json: 'flag',
  csv: 'flag',
} as const

const LABEL = 'folkmoot invitations v1'

/** `./moot draw invite`: whom of a big list to write to, so many from each stratum. */
export async function sendInvitations(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readOptions(args, kinds)
  const { addresses, strata, letters = '', seed = '' } = read.ok ? read.options : {}
  const bytes = bytesFromHex(seed)
  if (!read.ok || !addresses || !bytes || !/^[1-9]\d*$/.test(letters)) {
    terminal.err(
      read.ok ? 'Say: --addresses FILE --letters N --seed HEX, and --strata HEADING,HEADING' : read.reason,
    )
    return 2
  }
  const rows = await rowsOf(addresses)
  if (rows.length < Number(letters))
    throw new OperatorError(`There are ${rows.length} addresses for ${letters} letters.`)
  const strataOfRows = strataIn(rows, listOf(strata), basename(addresses))
  const invited = drawInvitations({
    strata: strataOfRows,
    letters: Number(letters),
    stream: streamFrom(bytes, LABEL),
  })
  const chosen = invited.drawn.flatMap((place) => rows[place] ?? [])
  terminal.out(answerIn(read.options, chosen, invited.strata))
  return 0
}

type Strata = ReturnType<typeof drawInvitations>['strata']

function answerIn(
  { csv, json }: { csv: boolean; json: boolean },
  chosen: readonly CsvRow[],
  strata: Strata,
): string {
  if (csv)
    return csvText(
      chosen[0]?.columns ?? [],
      chosen.map(({ cells }) => cells),
    )
  return json ? JSON.stringify({ lines: chosen.map(({ line }) => line), strata }, null, 2) : inWords(strata)
}

function strataIn(rows: readonly CsvRow[], headings: readonly string[], file: string): string[] {
  const missing = headings.find((heading) => !rows[0]?.columns.includes(heading))
  if (missing !== undefined)
    throw new OperatorError(`${file} has no heading "${missing}". It has: ${rows[0]?.columns.join(', ')}.`)
  return rows.map((row) => headings.map((heading) => row.cell(heading).trim()).join(' / '))
}

function inWords(strata: Strata): string {
  const rows = strata.map(({ stratum, addresses, letters, chance }) => [
    stratum || 'all',
    addresses,
    letters,
    `${(100 * chance).toFixed(3)} %`,
  ])
  return `${table(['Stratum', 'Addresses', 'Letters', 'Chance of each'], rows)}\n\n--csv writes the rows drawn, --json their lines.`
}
