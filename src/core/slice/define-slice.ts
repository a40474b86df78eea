import type { Viewer } from '../access/viewer.ts'
import type { Command } from '../cli/command.ts'
import type { Db, Tx } from '../db/connect.ts'
import type { Answer } from '../http/answer.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Route } from '../http/route.ts'
import type { Message, Plain } from '../i18n/messages.ts'
import type { Translate } from '../i18n/translate.ts'
import type { JobHouse } from './house.ts'
import type { PersonalData } from './personal-data.ts'

/** Everything a slice hangs by its door. `app/slices.ts` lists the slices; the rest of the house is derived from that list. */
export interface Slice {
  name: string
  /** Tables this slice writes; nobody else does. */
  tables: readonly string[]
  /** Kinds of matter and work it owns, with where each is read. */
  kinds?: Readonly<Record<string, Kind>>
  routes?: readonly Route[]
  /** The standing form under whose notice its routes collect, unless a route says otherwise. */
  collects?: string
  /** Live topics (`story:2417` is topic `story` of key `2417`), each with what replaces the page's live part. */
  live?: Readonly<Record<string, LiveFragment>>
  /** Work that runs without anybody asking. */
  jobs?: readonly Job[]
  /** Types of entry it writes, each with a gloss in plain words. */
  entryTypes?: Readonly<Record<string, Message<Plain>>>
  /** SQL views that any slice may read. */
  readings?: readonly string[]
  /** What it holds about people, for my-data, export and erasure. */
  personalData?: readonly PersonalData[]
  /** Erases once more, after a restore, what it had noted as erased (`noteErasures`): by kind, given the id; doing it twice is harmless. */
  erasesAgain?: Readonly<Record<string, (tx: Tx, erasure: { subjectId: string; now: Date }) => Promise<void>>>
  /** Open datasets it publishes. */
  datasets?: readonly Dataset[]
  /** Entries of the main navigation and of the footer. */
  navigation?: readonly NavigationEntry[]
  /** Verbs of the launcher that need the whole house running. */
  commands?: readonly (() => Promise<{ command: Command }>)[]
}

export interface Kind {
  sort: 'matter' | 'work' | 'notice'
  title: Message<Plain>
  path(number: number): string
  /** Where one is read that has a name in its address rather than a number. */
  pathByName?(name: string): string
  /** Empties what its slice's own tables hold of a matter's words, when they are erased for good. */
  eraseWords?(tx: Tx, matterId: string): Promise<void>
  /** What it says in public, part by part, for whoever translates it; nothing while it may not be read by everybody. */
  partsOf?(db: Db | Tx, id: string): Promise<readonly SaidPart[]>
  /** Has it found by words of other languages beside its own; empty takes them away. */
  findAlsoBy?(tx: Tx, matterId: string, words: string): Promise<void>
  /** Opens a matter for its author, who typed the follow-up key at its receipt. */
  openAsAuthor?(x: Exchange): Promise<Answer>
  /**
   * Who may read the files that came with it, where it is not everybody as soon as it is public: all, at least whoever asks, or
   * nobody of whom it is known.
   */
  filesFor?(db: Db, viewer: Viewer, matterId: string): Promise<'anyone' | 'viewer' | 'nobody'>
  /** Decided on a page of its own rather than by the form of the desk: where that is. */
  decidedAt?(number: number): string
}

/** One text of a matter: `title`, `words`, `promise`. */
export interface SaidPart {
  part: string
  words: string
  format: 'light' | 'plain'
}

export interface Job {
  name: string
  /** Runs after this many seconds again and again, on one node at a time. */
  everySeconds: number
  run(house: JobHouse): Promise<void>
}

/** Renders the public fragment of a live topic: the same bytes for every reader of a language. */
export type LiveFragment = (asked: { db: Db; now: Date; t: Translate; key: string }) => Promise<string | null>

export interface Dataset {
  name: string
  title: Message<Plain>
  licence: string
  columns: readonly { name: string; about: string }[]
  rows(db: Db): AsyncIterable<Record<string, unknown>>
}

export interface NavigationEntry {
  where: 'top' | 'record' | 'you'
  label: Message<Plain>
  href: string
  /** Shown to holders of any of these roles alone; the page itself asks its policy all the same. */
  roles?: readonly string[]
  /** Matches `PageContent.section`. */
  section?: string
}

export function defineSlice(slice: Slice): Slice {
  return slice
}
