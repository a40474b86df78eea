import { CamelCasePlugin, type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Db, Tables } from '#core/db/connect.ts'

export interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Index Cond'?: string
  'Index Name'?: string
  Plans?: Node[]
}

export interface PlanReader {
  /** What a question reads from one end to the other, of the tables that grow: "Seq Scan of matters for select …". */
  wholeReadsOf(ask: (db: Db) => Promise<unknown>): Promise<string[]>
  /** How each of its questions would be answered. */
  plansOf(ask: (db: Db) => Promise<unknown>): Promise<{ plan: Node; sql: string }[]>
  /** The same where very many rows fit: a few are as well sorted as read in the order of their index, and only the latter ends with a page. */
  plansForMany: PlanReader['plansOf']
  explain(sql: string): Promise<unknown>
  close(): Promise<void>
}

/** Reads the plans of questions about these tables, as PostgreSQL makes them for what is in the database now. */
export async function readPlans(
  { url, pool }: { url: string; pool: pg.Pool },
  big: readonly string[],
): Promise<PlanReader> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('analyze')
  // A table of some thousand rows is rightly read whole. Forbidden to, the planner shows whether there is another way:
  // where it still reads the table, no index can answer, and among a million it would have to.
  // The same for joins: row by row is dear among a thousand, and the only way that does not read all of a million.
  await client.query('set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off')
  const asked: CompiledQuery[] = []
  const watched = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
    log: ({ query }) => void asked.push(query),
  })
  const explain = async (sql: string, parameters: readonly unknown[] = []) => {
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(`explain (format json) ${sql}`, [
      ...parameters,
    ])
    return rows[0]?.['QUERY PLAN'][0]?.Plan
  }
  const plansOf = async (ask: (db: Db) => Promise<unknown>) => {
    asked.length = 0
    await ask(watched)
    if (asked.length === 0) throw new Error('nothing was asked')
    const plans: { plan: Node; sql: string }[] = []
    // A search asks PostgreSQL for a plan itself; of a plan there is none.
    for (const { sql, parameters } of asked.filter((one) => !/^\s*explain/.test(one.sql))) {
      const plan = await explain(sql, parameters)
      if (plan) plans.push({ plan, sql })
    }
    return plans
  }
  return {
    explain,
    plansOf,
    async plansForMany(ask) {
      await client.query('set enable_bitmapscan = off')
      return plansOf(ask).finally(() => client.query('reset enable_bitmapscan'))
    },
    async wholeReadsOf(ask) {
      const tables = new Set(big)
      return (await plansOf(ask)).flatMap(({ plan, sql }) =>
        wholeReads(plan, tables).map((read) => `${read} for ${sql.slice(0, 2_000)}`),
      )
    },
    close: () => client.end(),
  }
}

/** The tables that a plan reads, each once. */
export function relationsIn(plan: Node): string[] {
  const own = plan['Relation Name']
  const below = (plan.Plans ?? []).flatMap(relationsIn)
  return [...new Set(own === undefined ? below : [own, ...below])]
}

/** Read by a condition, or the few deferrals, which have an index of their own and are read whole on purpose (migration 023). */
const isSpared = (node: Node) => Boolean(node['Index Cond']) || node['Index Name'] === 'deferred_custody'

/** What reads a big table from one end to the other: no index at all, or all of one with nothing to stop it. */
function wholeReads(node: Node, big: ReadonlySet<string>, isCut = false): string[] {
  const table = node['Relation Name'] ?? ''
  const isWhole =
    node['Node Type'] === 'Seq Scan' || (node['Node Type'].startsWith('Index') && !isSpared(node))
  const isStopped = isCut && node['Node Type'] !== 'Seq Scan'
  const own = big.has(table) && isWhole && !isStopped ? [`${node['Node Type']} of ${table}`] : []
  const isCutBelow =
    node['Node Type'] === 'Limit' || (isCut && !/Sort|Aggregate|Hash/.test(node['Node Type']))
  return [...own, ...(node.Plans ?? []).flatMap((below) => wholeReads(below, big, isCutBelow))]
}

/** What a page of a list is cut from without being sorted first; what came due lately is found by its day, and sorted. */
export function stretchesOf(node: Node | undefined, above?: Node): Node[] {
  if (!node) return []
  const below = (node.Plans ?? []).flatMap((one) => stretchesOf(one, node))
  const isStretch =
    above?.['Node Type'] === 'Limit' &&
    node['Relation Name'] === 'listed_submissions' &&
    node['Index Name'] !== 'listed_and_not_noted'
  return isStretch ? [node, ...below] : below
}
