import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { AFFILIATED_KINDS, UNIT_KINDS } from './unit-kinds.ts'

export interface KindCount {
  kind: string
  count: number
}

/** A unit in the upper part of the tree. */
export interface Branching {
  slug: string
  name: string
  kind: string
  /** All open units below it, by kind. */
  below: KindCount[]
  /** Directly below it: those that branch further, and the others where they are few. */
  children: Branching[]
  /** The others directly below it where they are many, by kind. */
  unlisted: KindCount[]
}

export interface Tree {
  root: Branching | null
  /** Organisations of their own that belong to ours. */
  affiliated: Branching[]
  /** All open units, by kind. */
  all: KindCount[]
}

/** Leaves of one parent that are listed; where there are more, their number leads to the parent's own page. */
const FEW_LEAVES = 12
const LEVELS = 3

/** The organisation from the root down three levels. The many at the bottom are counted and found by name. */
export async function treeOf(db: Db): Promise<Tree> {
  const [upper, counts] = await Promise.all([upperUnits(db), countsBelow(db)])
  const byParent = Map.groupBy(upper, ({ parentId }) => parentId)
  const below = new Map(
    [...Map.groupBy(counts, ({ id }) => id)].map(([id, rows]) => [id, inOrder(rows)] as const),
  )
  const branch = (unit: Upper, level: number): Branching => {
    const all = level === LEVELS ? [] : (byParent.get(unit.id) ?? [])
    const children = all.filter(({ kind }) => !AFFILIATED_KINDS.includes(kind))
    const leaves = children.filter(({ id }) => !below.has(id))
    const isFew = leaves.length <= FEW_LEAVES
    const shown = isFew ? children : children.filter(({ id }) => below.has(id))
    const { slug, name, kind } = unit
    return {
      slug,
      name,
      kind,
      below: below.get(unit.id) ?? [],
      children: shown.map((child) => branch(child, level + 1)),
      unlisted: isFew ? [] : countByKind(leaves),
    }
  }
  const [root] = byParent.get(null) ?? []
  const affiliated = upper.filter(({ kind }) => AFFILIATED_KINDS.includes(kind))
  return {
    root: root ? branch(root, 1) : null,
    affiliated: affiliated.map((unit) => branch(unit, LEVELS)),
    all: root ? inOrder(counts.filter(({ id }) => id === root.id)) : [],
  }
}

function countByKind(units: readonly Upper[]): KindCount[] {
  const kinds = Map.groupBy(units, ({ kind }) => kind)
  return inOrder([...kinds].map(([kind, some]) => ({ kind, count: some.length })))
}

/** By the order of the list of kinds, from the whole to the branch. */
function inOrder(counts: readonly KindCount[]): KindCount[] {
  const kinds: readonly string[] = UNIT_KINDS
  const place = (kind: string) => kinds.indexOf(kind)
  return counts.map(({ kind, count }) => ({ kind, count })).toSorted((a, b) => place(a.kind) - place(b.kind))
}

interface Upper {
  id: string
  slug: string
  name: string
  kind: string
  parentId: string | null
}

function upperUnits(db: Db): Promise<Upper[]> {
  return db
    .selectFrom('units')
    .select(['id', 'slug', 'name', 'kind', 'parentId'])
    .where('closedOn', 'is', null)
    .where((or) =>
      or.or([sql<boolean>`cardinality(lineage) <= ${LEVELS}`, or('kind', 'in', [...AFFILIATED_KINDS])]),
    )
    .orderBy('name')
    .execute()
}

/** Open units below each of the upper ones, by kind. */
async function countsBelow(db: Db): Promise<(KindCount & { id: string })[]> {
  const { rows } = await sql<KindCount & { id: string }>`
    select above.id, units.kind, count(*) as count
    from units
    cross join unnest(units.lineage[1:${sql.lit(LEVELS)}]) as above (id)
    where units.closed_on is null
      and above.id <> units.id
    group by above.id, units.kind`.execute(db)
  return rows
}

/** Open units below one unit, by kind. */
export async function kindsBelow(db: Db, unitId: string): Promise<KindCount[]> {
  const { rows } = await sql<KindCount>`
    select kind, count(*) as count
    from units
    where lineage @> array[${unitId}::uuid]
      and id <> ${unitId}
      and closed_on is null
    group by kind`.execute(db)
  return inOrder(rows)
}
