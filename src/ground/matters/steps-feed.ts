import type { Answer } from '#core/http/answer.ts'
import { atomFeed } from '#core/http/atom.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { entryGloss } from '#ground/record/entry-types.ts'
import { storyOf } from './story-of.ts'

interface OfMatter {
  id: string
  path: string
  title: string
  openedAt: Date
}

/** The steps of one matter as an Atom feed, newest first. */
export async function stepsFeed(x: Exchange, { id, path, title, openedAt }: OfMatter): Promise<Answer> {
  const steps = (await storyOf(x.db, id)).toReversed()
  const link = `${x.house.baseUrl}${path}`
  return atomFeed({
    id: `${link}.atom`,
    title,
    link,
    updated: steps[0]?.at ?? openedAt,
    entries: steps.map(({ entryId, kind, at, words }) => ({
      id: `${link}#entry-${entryId}`,
      title: x.t(entryGloss(kind)),
      link: `${link}#entry-${entryId}`,
      updated: at,
      summary: typeof words?.reason === 'string' ? words.reason : '',
    })),
  })
}
