import type { VNode } from 'preact'
import type { Viewer } from '../access/viewer.ts'
import type { Db } from '../db/connect.ts'
import type { Language } from '../i18n/languages.ts'
import type { Translate } from '../i18n/translate.ts'
import type { House } from '../slice/house.ts'

/** One request and everything a handler may lean on; it answers with an `Answer`, never with the reply itself. */
export interface Exchange {
  db: Db
  now: Date
  viewer: Viewer
  t: Translate
  /** Another language than the asker's: for what is printed for others. */
  tIn(language: string): Translate
  language: Language
  /** Speaks another language than the asker's: to whoever an answer goes that is not this one. */
  speak(language: string): Translate
  house: House
  /** `{ number: '2417' }` of `/submissions/:number`. */
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, unknown>>
  /** The form's fields or the JSON body; an empty object when there was none. */
  form: Readonly<Record<string, unknown>>
  files: readonly UploadedFile[]
  /** What the asker reads: pages, or JSON (by Accept, or below /api/v1). */
  wants: 'html' | 'json'
  method: 'GET' | 'POST'
  /** Path with its query, as asked. */
  url: string
  cookies: Readonly<Record<string, string | undefined>>
  /** From `Idempotency-Key`, or the form's hidden `once`; null when the asker gave none. */
  onceKey: string | null
  /** The asker's browser in a few words ("Firefox on Android"), for the list of sessions. */
  device: string
  session: {
    id: string
    isSteppedUp: boolean
    /** Begun by a code that was written down for the day when nothing else is at hand. */
    isByRecoveryCode: boolean
  } | null
  /** The browser names a session that is none any more: whoever asks was signed in, and is not. */
  hasEndedSession: boolean
  /** The very bytes of the body and what was said of them, on routes that keep them. */
  raw: RawRequest | null
  /** Much comes from this part of the network and no work was done for this: it is not refused, it waits for a person. */
  isFlood: boolean
  /** Renders a whole page around its content. */
  page(content: PageContent): string
  /** The page without its content: what comes before it, and what after. */
  frame(content: PageFrame): { before: string; after: string }
}

export interface RawRequest {
  bytes: Buffer
  /** Empty where there is none. */
  header(name: string): string
}

export interface UploadedFile {
  field: string
  name: string
  bytes: Buffer
  /** It was larger than the route takes; its bytes were not kept. */
  isTooLarge?: boolean
}

/** What stands within `main`, and what its page says of itself. */
export interface PageContent extends PageFrame {
  children: VNode
}

/** What a page says of itself; the frame (masthead, navigation, languages, footer) is the application's. */
export interface PageFrame {
  title: string
  /** From the front page down to this one's parent. */
  crumbs?: readonly { label: string; href: string; lang?: string }[]
  /** The navigation entry this page belongs under. */
  section?: string
  /** The page brings bands of its own across the whole width. */
  isWide?: boolean
  /** Left out of search engines: receipts, desks, forms. */
  isUnlisted?: boolean
  /** Atom feed of this page. */
  feed?: { href: string; title: string }
  /** The SSE topic whose news replaces the page's `main`. */
  liveTopic?: string
  /** Islands this page needs, by name (`canvass` for `canvass.client.ts`). */
  islands?: readonly string[]
}
