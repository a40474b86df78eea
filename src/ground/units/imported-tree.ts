import type { CsvRow } from '#core/csv/csv-row.ts'
import type { Db } from '#core/db/connect.ts'
import { brokenConstraint, inTransaction } from '#core/db/transaction.ts'
import { orderedId } from '#core/ids/ids.ts'
import { OperatorError } from '#core/operator-error.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { addUnits } from './add-units.ts'
import { changeInTree, holdTree, type UnitDetails } from './change-tree.ts'
import type { UnitsImport, UnitsImported } from './import-units.ts'
import type { UnitKind } from './unit-kinds.ts'
import { noSuchUnit, whyItWaits } from './why-it-waits.ts'

/** A row of the file after reading; what its cells leave empty is undefined. */
export interface UnitRow {
  slug: string
  name: string
  kind: UnitKind | undefined
  parent?: string
  code?: string
  own: boolean | undefined
  row: CsvRow
}

export interface Standing extends UnitDetails {
  id: string
  slug: string
  lineage: string[]
}

interface Planned {
  row: CsvRow
  slug: string
  details: UnitDetails
}

const BATCH = 500

/** The tree while a file is taken in: what stands, what is about to, and rows that wait for their parent. */
export class ImportedTree {
  readonly #db: Db
  readonly #task: UnitsImport
  readonly #standing: Map<string, Standing>
  /** Which unit has a code. */
  readonly #codes: Map<string, string>
  readonly #root: string
  /** By the parent they wait for. */
  readonly #waiting = new Map<string, UnitRow[]>()
  readonly #lines = new Map<string, number>()
  #changes: Planned[] = []
  #batch: Standing[] = []
  readonly #tally: UnitsImported = { opened: 0, changed: 0, known: 0 }

  constructor(db: Db, task: UnitsImport, standing: readonly Standing[]) {
    this.#db = db
    this.#task = task
    this.#standing = new Map(standing.map((unit) => [unit.slug, unit]))
    this.#codes = new Map(standing.flatMap(({ code, slug }) => (code ? [[code, slug] as const] : [])))
    this.#root = standing.find(({ below }) => below === null)?.slug ?? ''
  }

  /** Places a row, lets it wait for its parent, or says why it is left out. */
  async take(read: UnitRow): Promise<void> {
    const reason = this.#refusalOf(read)
    if (reason) return this.#task.onProblem(read.row.problem(reason.heading, reason.words))
    this.#lines.set(read.slug, read.row.line)
    if (read.code) this.#codes.set(read.code, read.slug)
    const standing = this.#standing.get(read.slug)
    if (standing) return this.#compare(read, standing)
    const parent = read.parent ?? this.#root
    if (this.#standing.has(parent)) return this.#place(read)
    this.#waiting.set(parent, [...(this.#waiting.get(parent) ?? []), read])
  }

  /** Writes what is left, does the changes, and reports the rows whose parent never came. */
  async finish(): Promise<UnitsImported> {
    await this.#flush()
    await this.#writeChanges()
    const waiting = new Map([...this.#waiting.values()].flat().map((read) => [read.slug, read]))
    for (const read of waiting.values()) {
      this.#task.onProblem(read.row.problem('parent', whyItWaits(read, waiting)))
    }
    return this.#tally
  }

  #refusalOf({ slug, kind, code, parent }: UnitRow): { heading: string; words: string } | null {
    const line = this.#lines.get(slug)
    if (line)
      return { heading: 'slug', words: `“${slug}” stands on line ${line} already: keep one of the two.` }
    const owner = code === undefined ? undefined : this.#codes.get(code)
    if (owner && owner !== slug) return { heading: 'code', words: `The code ${code} is that of “${owner}”.` }
    if (parent === slug) return { heading: 'parent', words: `“${slug}” cannot stand below itself.` }
    if (kind || this.#standing.has(slug)) return null
    return { heading: 'kind', words: 'Say what it is: region, constituency, branch and the like.' }
  }

  #compare({ slug, name, kind, parent, code, own, row }: UnitRow, standing: Standing): void {
    const details = {
      name,
      kind: kind ?? standing.kind,
      code: code ?? standing.code,
      controlsOwnData: own ?? standing.controlsOwnData,
      below: parent ?? standing.below,
    }
    const isKnown = (Object.keys(details) as (keyof UnitDetails)[]).every(
      (field) => details[field] === standing[field],
    )
    if (isKnown) this.#tally.known += 1
    else this.#changes.push({ row, slug, details })
  }

  /** A row whose parent stands, and every row that waited for it, and so on down. */
  async #place(first: UnitRow): Promise<void> {
    const placing = [first]
    for (let read = placing.pop(); read; read = placing.pop()) {
      const { slug, name, kind = 'group', code = null, own = false } = read
      const below = read.parent ?? this.#root
      const id = orderedId(this.#task.now)
      const lineage = [...(this.#standing.get(below)?.lineage ?? []), id]
      const unit = { id, slug, name, kind, code, below, lineage, controlsOwnData: own }
      this.#standing.set(slug, unit)
      this.#batch.push(unit)
      placing.push(...(this.#waiting.get(slug) ?? []))
      this.#waiting.delete(slug)
      if (this.#batch.length >= BATCH) await this.#flush()
    }
  }

  async #flush(): Promise<void> {
    const batch = this.#batch
    this.#batch = []
    if (batch.length === 0) return
    const { now } = this.#task
    const rows = batch.map(({ lineage: _, below, code, ...unit }) => ({
      ...unit,
      code: code ?? undefined,
      parent: this.#standing.get(below ?? '') ?? null,
    }))
    const units = batch.map(({ slug, name, kind, code, below }) => ({ slug, name, kind, code, below }))
    await told(
      inTransaction(this.#db, async (tx) => {
        await holdTree(tx)
        await addUnits(tx, rows, now)
        await appendEntry(tx, { kind: 'unit.imported', at: now, publicWords: { units } })
      }),
    )
    this.#tally.opened += batch.length
  }

  /** Moves may need one another: what cannot be done yet is tried again as long as anything else could. */
  async #writeChanges(): Promise<void> {
    for (let isMoving = true; isMoving; ) {
      const before = this.#changes.length
      const left: Planned[] = []
      for (const change of this.#changes) if (!(await this.#write(change))) left.push(change)
      this.#changes = left
      isMoving = left.length > 0 && left.length < before
    }
    for (const { row, slug, details } of this.#changes) {
      const words = this.#standing.has(details.below ?? '')
        ? `“${details.below}” stands below “${slug}”, so it cannot stand above it too: the two would go round in a circle.`
        : noSuchUnit(details.below)
      this.#task.onProblem(row.problem('parent', words))
    }
  }

  async #write({ slug, details }: Planned): Promise<boolean> {
    const { now } = this.#task
    const outcome = await told(
      inTransaction(this.#db, async (tx) => {
        await holdTree(tx)
        return changeInTree(tx, { slug, details }, now)
      }),
    )
    if (outcome.ok) this.#tally.changed += 1
    return outcome.ok
  }
}

async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!brokenConstraint(error)?.startsWith('unit_')) throw error
    throw new OperatorError(
      'Somebody else changed the tree while the file was read. Give the file again: what was taken is known again.',
    )
  }
}
