import type { Db } from '#core/db/connect.ts'

export interface OtherMatter {
  number: number
  kind: string
  /** Null where the public may not read it. */
  title: string | null
  language: string
}

interface Meaning {
  leaf: Readonly<Record<string, unknown>>
  words: Readonly<Record<string, unknown>> | null
}

/** Names for the ids in leaves (`to_body`, `into`) and for the number that a joined matter came from, in two queries for a whole story. */
export async function nameWhatIsMeant(db: Db, steps: readonly Meaning[]) {
  const toIds = steps.map(({ leaf }) => leaf.to_body).filter((id) => typeof id === 'string')
  const intoIds = steps.map(({ leaf }) => leaf.into).filter((id) => typeof id === 'string')
  const froms = steps.map(({ words }) => words?.from).filter((number) => typeof number === 'number')
  const [bodies, matters] = await Promise.all([bodiesById(db, toIds), mattersBy(db, { intoIds, froms })])
  return {
    body: ({ leaf }: Meaning) => bodies.find(({ id }) => id === leaf.to_body) ?? null,
    matter: ({ leaf, words }: Meaning): OtherMatter | null =>
      matters.find(({ id, number }) => id === leaf.into || number === words?.from) ?? null,
  }
}

async function bodiesById(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db.selectFrom('bodies').select(['id', 'name', 'slug']).where('id', 'in', ids).execute()
}

async function mattersBy(
  db: Db,
  { intoIds, froms }: { intoIds: readonly string[]; froms: readonly number[] },
) {
  if (intoIds.length === 0 && froms.length === 0) return []
  const rows = await db
    .selectFrom('matters')
    .select(['id', 'number', 'kind', 'title', 'language', 'visibility'])
    .where((eb) =>
      eb.or([
        ...(intoIds.length > 0 ? [eb('id', 'in', intoIds)] : []),
        ...(froms.length > 0 ? [eb('number', 'in', froms)] : []),
      ]),
    )
    .execute()
  return rows.map(({ visibility, title, ...row }) => ({
    ...row,
    title: visibility === 'public' ? title : null,
  }))
}
