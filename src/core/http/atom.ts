import type { Answer } from './answer.ts'

export interface Feed {
  /** Stays the same for ever. */
  id: string
  title: string
  link: string
  updated: Date
  entries: readonly FeedEntry[]
}

export interface FeedEntry {
  id: string
  title: string
  link: string
  updated: Date
  summary: string
}

/** An Atom feed (RFC 4287). */
export function atomFeed(feed: Feed): Answer {
  const entries = feed.entries.map(
    ({ id, title, link, updated, summary }) => `  <entry>
    <id>${escaped(id)}</id>
    <title>${escaped(title)}</title>
    <link href="${escaped(link)}"/>
    <updated>${updated.toISOString()}</updated>
    <summary>${escaped(summary)}</summary>
  </entry>
`,
  )
  const bytes = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escaped(feed.id)}</id>
  <title>${escaped(feed.title)}</title>
  <link href="${escaped(feed.link)}"/>
  <link rel="self" href="${escaped(feed.id)}"/>
  <updated>${feed.updated.toISOString()}</updated>
  <author><name>${escaped(feed.title)}</name></author>
${entries.join('')}</feed>
`
  return { kind: 'bytes', status: 200, type: 'application/atom+xml; charset=utf-8', bytes, cache: 'public' }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}
