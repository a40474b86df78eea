import { type RawBuilder, sql } from 'kysely'

export interface Attached {
  id: string
  place: number
  mediaType: string
  size: number
}

/** The files of a matter, in the order they were chosen: JSON, as a part of a larger question. */
export function attachmentsIn(matterId: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`(
    select coalesce(json_agg(json_build_object(
      'id', id, 'place', place, 'mediaType', media_type, 'size', octet_length(bytes)
    ) order by place), '[]')::text
    from attachments
    where matter_id = ${matterId}
  )`
}

export const attachmentsFrom = (text: string) => JSON.parse(text) as Attached[]
