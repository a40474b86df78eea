import { randomBytes } from 'node:crypto'
import type { Tx } from '#core/db/connect.ts'
import type { Language } from '#core/i18n/languages.ts'

export interface NewHouse {
  name: string
  accent: string
  languages: readonly Language[]
  isDemo: boolean
  /** 32 bytes for keyed hashes; made here when not given. */
  secret?: Buffer
  at: Date
}

/** Founds the one house of this database. A second founding is refused by the database. */
export async function foundHouse(tx: Tx, house: NewHouse): Promise<void> {
  await tx
    .insertInto('house')
    .values({
      name: house.name,
      accent: house.accent,
      languages: [...house.languages],
      isDemo: house.isDemo,
      // In a demonstration everybody signs in as anybody.
      demandsPasskeys: !house.isDemo,
      foundedAt: house.at,
      secret: house.secret ?? randomBytes(32),
    })
    .execute()
}
