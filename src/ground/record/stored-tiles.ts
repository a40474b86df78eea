import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { kept, opaque } from '#core/db/kept-statements.ts'
import type { HashTile } from '#methods/merkle/tiles.ts'

type Place = Pick<HashTile, 'level' | 'index'>

/** The hashes of tiles as far as they are stored, in the order asked. */
export async function storedTiles(db: Db | Tx, tiles: readonly Place[]): Promise<Buffer[]> {
  const { rows } = await sql<{ hashes: Buffer | null }>`
    select record_tiles.hashes
    from unnest(
      ${opaque(sql`${tiles.map(({ level }) => level)}::integer[]`)},
      ${opaque(sql`${tiles.map(({ index }) => index)}::bigint[]`)}
    ) with ordinality as asked (level, tile_index, place)
    left join record_tiles on record_tiles.level = asked.level and record_tiles.tile_index = asked.tile_index
    order by place ${kept}`.execute(db)
  return rows.map(({ hashes }) => hashes ?? Buffer.alloc(0))
}

export async function storedTile(db: Db | Tx, tile: Place): Promise<Buffer> {
  const [bytes = Buffer.alloc(0)] = await storedTiles(db, [tile])
  return bytes
}
