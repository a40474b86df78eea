import { randomBytes } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { rowsToInsert, writeTogether } from '#core/db/insert-rows.ts'
import { orderedId, unorderedId } from '#core/ids/ids.ts'
import { isoSecond } from '#core/time/days.ts'
import { canonicalJson } from '#methods/merkle/canonical-json.ts'
import { leafHash, sha256 } from '#methods/merkle/hashing.ts'
import { type Leaf, leafProblem } from '#methods/merkle/leaf.ts'

/** One step of a story, before it is in the record. Ids and times go into the leaf; words only into what is sealed. */
export interface EntryDraft {
  /** `submission.handed-in`: a type that its slice declares with a gloss. */
  kind: string
  at: Date
  matter?: { id: string; number: number }
  workId?: string
  bodyId?: string
  toBodyId?: string
  intoMatterId?: string
  outcome?: string
  dueAt?: Date
  untilOn?: string
  /** The entry whose sealed words were removed. */
  tombstoneOf?: string
  /** A change of the record’s key, or the opening of an epoch after a restore. */
  key?: Leaf['key']
  epoch?: Leaf['epoch']
  /** Words anybody may read: title, words, reason, the actor's name where it is public. */
  publicWords?: Readonly<Record<string, unknown>>
  /** Words for the person and the clerk alone. */
  privateWords?: Readonly<Record<string, unknown>>
  /** Ids of most entries sort by time; an anonymous one's must not say more than its leaf does. */
  isUnordered?: boolean
}

export interface Entry {
  id: string
  leaf: string
  leafHash: Buffer
}

const SALT_BYTES = 32

/**
 * Writes an entry inside the transaction of the change it tells of, so that there is never one without the other. The
 * sequencer gives it its place in the tree within a second, and never holds up the writer.
 */
export async function appendEntry(tx: Tx, draft: EntryDraft): Promise<Entry> {
  const [entry] = await appendEntries(tx, [draft])
  if (!entry) throw new Error('An entry was not written.')
  return entry
}

/** Writes many entries at once, in their order; one statement however many they are. */
export async function appendEntries(tx: Tx, drafts: readonly EntryDraft[]): Promise<Entry[]> {
  const { entries, inserts } = entriesToAppend(drafts)
  await writeTogether(tx, inserts)
  return entries
}

/** Entries made and not yet written, for a command that writes all it has in one statement. */
export function entriesToAppend(drafts: readonly EntryDraft[]): {
  entries: Entry[]
  inserts: (RawBuilder<unknown> | null)[]
} {
  const made = drafts.map(makeEntry)
  const rows = made.map(({ row }) => row)
  const seals = made.flatMap(({ row, seals }) =>
    seals.map(({ part, salt, content }) => ({ entryId: row.id, part, salt, content })),
  )
  return {
    entries: rows.map(({ id, leaf, leafHash }) => ({ id, leaf, leafHash })),
    inserts: [
      rowsToInsert('entries', rows),
      rowsToInsert('sealed', seals),
      sql`insert into unsequenced (entry_id) select unnest(${rows.map(({ id }) => id)}::uuid[])`,
    ],
  }
}

function makeEntry(draft: EntryDraft) {
  const id = draft.isUnordered ? unorderedId() : orderedId(draft.at)
  const seals = sealsOf(draft)
  const leaf = leafOf(draft, { id, seals })
  const problem = leafProblem(JSON.parse(leaf))
  if (problem) throw new Error(`An entry of kind ${draft.kind} would not be a leaf: ${problem}`)
  const row = {
    id,
    kind: draft.kind,
    matterId: draft.matter?.id ?? null,
    workId: draft.workId ?? null,
    bodyId: draft.bodyId ?? null,
    at: draft.at,
    leaf,
    leafHash: Buffer.from(leafHash(Buffer.from(leaf))),
  }
  return { row, seals }
}

interface Seal {
  part: 'public' | 'private'
  salt: Buffer
  content: string
  commitment: string
}

function sealsOf({ publicWords, privateWords }: EntryDraft): Seal[] {
  const seals: Seal[] = []
  if (publicWords) seals.push(seal('public', publicWords))
  if (privateWords) seals.push(seal('private', privateWords))
  return seals
}

function seal(part: Seal['part'], words: object): Seal {
  const salt = randomBytes(SALT_BYTES)
  const content = canonicalJson(words)
  return { part, salt, content, commitment: Buffer.from(sha256(salt, Buffer.from(content))).toString('hex') }
}

/** The leaf's canonical JSON, as docs/formats/leaf.md says it. */
function leafOf(draft: EntryDraft, { id, seals }: { id: string; seals: readonly Seal[] }): string {
  const sealed = Object.fromEntries(seals.map(({ part, commitment }) => [part, commitment]))
  return canonicalJson({
    v: 1,
    id,
    type: draft.kind,
    at: isoSecond(draft.at),
    matter: draft.matter?.id,
    number: draft.matter?.number,
    work: draft.workId,
    body: draft.bodyId,
    to_body: draft.toBodyId,
    into: draft.intoMatterId,
    outcome: draft.outcome,
    due: draft.dueAt && isoSecond(draft.dueAt),
    until: draft.untilOn,
    tombstone_of: draft.tombstoneOf,
    key: draft.key,
    epoch: draft.epoch,
    sealed: seals.length > 0 ? sealed : undefined,
  })
}
