import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The published elections that the tests repeat lie outside the project, because of their size and licences:
 * `../shared/data/counting`, or `$FOLKMOOT_SHARED/data/counting`.
 */
const folder = process.env.FOLKMOOT_SHARED
  ? new URL(`file://${process.env.FOLKMOOT_SHARED.replace(/\/*$/, '/')}data/counting/`)
  : new URL('../../../../shared/data/counting/', import.meta.url)

export const hasReferenceFiles = existsSync(folder)

/** Title of a test that reads them; says why it is skipped. */
export function withReferences(title: string): string {
  return hasReferenceFiles ? title : `${title} (skipped: ../shared/data/counting is not here)`
}

export function referenceUrl(path: string): URL {
  return new URL(path, folder)
}

export function referencePath(path: string): string {
  return fileURLToPath(referenceUrl(path))
}

export function referenceBytes(path: string): Uint8Array {
  return readFileSync(referenceUrl(path))
}

export function referenceText(path: string): string {
  return readFileSync(referenceUrl(path), 'utf8')
}

/** Rows of a CSV with quoted cells, as arrays of cells. */
export function referenceRows(path: string): string[][] {
  return referenceText(path)
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => unquoted(cell)),
    )
}

function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
}
