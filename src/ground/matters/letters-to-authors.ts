import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { isLanguage, type Language } from '#core/i18n/languages.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { decisionLetter } from './decision-letter.ts'
import { decisionMessages as m } from './decision-messages.ts'
import type { DueDecision } from './due-decision.ts'
import { pathTo } from './kinds.ts'

export interface Addressee {
  address: string
  language: Language
}

/** Authors and followers with an address, of the matter and of every matter merged into it; each address once. */
export async function addresseesOf(db: Db | Tx, matterId: string): Promise<Addressee[]> {
  const found = await sql<{ address: string; language: string }>`
    with recursive heard(id) as (
      select ${matterId}::uuid
      union
      select links.from_id from links join heard on heard.id = links.to_id where links.relation = 'merged-into'
    )
    select distinct on (address) address, language
    from matter_addressees
    where matter_id in (select id from heard)
    order by address`.execute(db)
  return found.rows.map(({ address, language }) => ({
    address,
    language: isLanguage(language) ? language : 'en',
  }))
}

interface Announcing {
  decision: DueDecision
  house: JobHouse
  now: Date
}

/** Tells everybody who asked to hear what was decided, in their language and in the body's own words. */
export async function writeDecisionLetters(
  tx: Tx,
  { decision, dueAt, house, now }: Announcing & { dueAt: Date | undefined },
): Promise<void> {
  const url = `${house.house.baseUrl}${pathTo(decision.matter)}`
  for (const { address, language } of await addresseesOf(tx, decision.matter.id)) {
    const letter = decisionLetter(house.translators.for(language), { ...decision, dueAt, url })
    await writeLetter(tx, { to: address, ...letter }, now)
  }
}

/** The matter it was to be merged into ended within the five minutes: the clerk decides again. */
export async function writeLostTargetLetter(tx: Tx, { decision, house, now }: Announcing): Promise<void> {
  const { clerkAddress, clerkLanguage, matter, into, body } = decision
  if (clerkAddress === null || !into) return
  const t = house.translators.for(clerkLanguage)
  const url = `${house.house.baseUrl}/bodies/${body.slug}/desk?matter=${matter.number}`
  const text = t(m.lostTargetLetter, { number: matter.number, into: into.number, url })
  await writeLetter(
    tx,
    { to: clerkAddress, subject: t(m.lostTargetSubject, { number: matter.number }), text },
    now,
  )
}
