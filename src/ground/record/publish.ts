import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { bundleOf } from '#methods/merkle/entry-bundle.ts'
import { vkeyText } from '#methods/merkle/note-keys.ts'
import { isTileOf, parseTilePath, type Tile } from '#methods/merkle/tiles.ts'
import { newestCheckpoint } from './checkpoints.ts'
import { m } from './messages.ts'
import { recordSigner } from './record-key.ts'
import { recordSize } from './sequence-entries.ts'
import { storedTile } from './stored-tiles.ts'
import { takeCosignature } from './take-cosignature.ts'

const HASH_BYTES = 32

/** `/record/checkpoint`: the newest signed checkpoint with its cosignatures, as C2SP tlog-tiles says. */
export async function sendCheckpoint(x: Exchange): Promise<Answer> {
  const checkpoint = await newestCheckpoint(x.db)
  if (!checkpoint) return problem(404, 'record.empty', x.t(m.recordIsEmpty))
  return {
    kind: 'bytes',
    status: 200,
    type: 'text/plain; charset=utf-8',
    bytes: checkpoint.note,
    cache: 'public',
  }
}

/** `/record/key`: the verifier key, one line. */
export async function sendKey(x: Exchange): Promise<Answer> {
  return {
    kind: 'bytes',
    status: 200,
    type: 'text/plain; charset=utf-8',
    bytes: `${vkeyText(await recordSigner(x.db))}\n`,
    cache: 'public',
  }
}

/** `/record/tile/…`: a tile of hashes or a bundle of entries. What a path names never changes, so caches keep it for ever. */
export async function sendTile(x: Exchange): Promise<Answer> {
  const tile = parseTilePath(`tile/${x.params['*'] ?? ''}`)
  if (!tile || !isTileOf(tile, await recordSize(x.db)))
    return problem(404, 'record.no-such-tile', x.t(m.noSuchTile))
  const bytes =
    tile.level === 'entries'
      ? await bundle(x, tile)
      : (await storedTile(x.db, { level: tile.level, index: tile.index })).subarray(
          0,
          tile.width * HASH_BYTES,
        )
  return {
    kind: 'bytes',
    status: 200,
    type: 'application/octet-stream',
    bytes: Buffer.from(bytes),
    cache: 'immutable',
  }
}

async function bundle(x: Exchange, { index, width }: Tile): Promise<Uint8Array> {
  const rows = await x.db
    .selectFrom('recordLeaves')
    .innerJoin('entries', 'entries.id', 'recordLeaves.entryId')
    .select('entries.leaf')
    .where('recordLeaves.leafIndex', '>=', index * 256)
    .where('recordLeaves.leafIndex', '<', index * 256 + width)
    .orderBy('recordLeaves.leafIndex')
    .execute()
  return bundleOf(rows.map(({ leaf }) => Buffer.from(leaf)))
}

/** `POST /record/cosignatures`: a witness hands its line over; the body is the note, as text. */
export async function createCosignature(x: Exchange): Promise<Answer> {
  const note = typeof x.form.text === 'string' ? x.form.text : ''
  const taken = await takeCosignature(x.db, note, x.now)
  if (taken === 'taken') return { kind: 'json', status: 201, body: { taken: true } }
  const messages = {
    unreadable: m.unreadableNote,
    'not-our-checkpoint': m.notOurCheckpoint,
    'no-trusted-witness': m.noTrustedWitness,
  } as const
  return problem(422, `record.${taken}`, x.t(messages[taken]))
}
