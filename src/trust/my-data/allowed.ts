import type { Exchange } from '#core/http/exchange.ts'
import { tokenOf } from '#ground/following/follow-matter.ts'
import { pathTo } from '#ground/matters/kinds.ts'

/** A story whose letters somebody asked for: a consent, with its end. */
export interface FollowedStory {
  number: number
  title: string | null
  language: string
  path: string
  since: Date | null
  /** Where a button ends it. */
  stop: string
}

export async function followedBy({ db, house }: Exchange, address: string): Promise<FollowedStory[]> {
  const rows = await db
    .selectFrom('followings')
    .innerJoin('matters', 'matters.id', 'followings.matterId')
    .select([
      'followings.id',
      'followings.confirmedAt',
      'matters.number',
      'matters.kind',
      'matters.title',
      'matters.language',
      'matters.visibility',
    ])
    .where('followings.address', '=', address)
    .orderBy('followings.askedAt', 'desc')
    .execute()
  return rows.map(({ id, confirmedAt, visibility, title, ...matter }) => ({
    number: matter.number,
    language: matter.language,
    title: visibility === 'public' ? title : null,
    path: pathTo(matter),
    since: confirmedAt,
    stop: `/following/${tokenOf(id, house.secret)}/end`,
  }))
}
