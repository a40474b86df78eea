import type { Db } from '../db/connect.ts'
import type { Translators } from '../i18n/load-catalogues.ts'
import type { Log } from '../log/log.ts'
import type { Clock } from '../time/clock.ts'

/** Whose house this is: one organisation an instance. */
export interface House {
  name: string
  /** `#1d6b4c` */
  accent: string
  languages: readonly string[]
  isDemo: boolean
  /** Grave roles rest until their holder showed a passkey; absent: they do not. */
  demandsPasskeys?: boolean
  /** Where the world reaches us, without a slash at the end. */
  baseUrl: string
  /** Host of the machine that drafts translations of public words; absent or null without one. */
  machine?: string | null
  /** For keyed hashes; 32 bytes. */
  secret: Buffer
  /** Routes in beside the web, as far as the operator opened them. */
  routesIn?: RoutesIn
}

export interface RoutesIn {
  /** `call-2417@` this domain reaches us. */
  mailDomain?: string
  /** Signs text messages, from the provider and to it. */
  textsSecret?: string
  /** Where the provider takes what we answer. */
  textsUrl?: string
  /** The number people write to, as it is shown. */
  textsNumber?: string
}

/** What a job leans on. */
export interface JobHouse {
  db: Db
  clock: Clock
  house: House
  log: Log
  translators: Translators
}
