import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { addDays } from '#core/time/days.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { entryGloss } from '#ground/record/entry-types.ts'
import { tokenOf } from './follow-matter.ts'
import { m } from './messages.ts'

const BATCH = 100
const UNCONFIRMED_DAYS = 3

/**
 * Steps of which authors get a letter of their own: an author who also follows gets that one alone. Of every other step
 * (that it is being considered, that a review was asked for) they hear as followers.
 */
const HEARD_BY_AUTHORS = [
  ...['passed-on', 'accepted', 'merged', 'answered', 'deferred', 'refused'].map((how) => `matter.${how}`),
  ...['held-on-report', 'released', 'kept', 'removed', 'upheld', 'restored'].map(
    (how) => `moderation.${how}`,
  ),
]

/**
 * Writes each follower one letter for each step that entered the record since they were last told. It looks at the
 * record itself, so that no slice has to think of followers; a crash between writes neither the letter nor the mark.
 */
export async function tellFollowers(house: JobHouse): Promise<void> {
  const now = house.clock.now()
  await inTransaction(house.db, async (tx) => {
    for (const step of await newSteps(tx)) {
      if (!step.hearsAnyway) await writeStep(tx, { step, house, now })
      await tx
        .updateTable('followings')
        .set({ toldIndex: step.leafIndex })
        .where('id', '=', step.id)
        .execute()
    }
  })
}

interface Step {
  id: string
  address: string
  language: string
  leafIndex: number
  entryKind: string
  bodyName: string | null
  said: string | null
  number: number
  kind: string
  title: string | null
  /** An author of it, or of what was merged into it, to whom this very step is written as an author. */
  hearsAnyway: boolean
}

async function newSteps(tx: Tx): Promise<Step[]> {
  const found = await sql<Step>`
    select followings.id, followings.address, followings.language, record_leaves.leaf_index,
      entries.kind as entry_kind, bodies.name as body_name, sealed.content as said,
      matters.number, matters.kind, case when matters.visibility = 'public' then matters.title end as title,
      entries.kind = any(${HEARD_BY_AUTHORS}) and exists (
        with recursive heard(id) as (
          select matters.id
          union
          select links.from_id from links join heard on heard.id = links.to_id where links.relation = 'merged-into'
        )
        select from matter_addressees
        where matter_addressees.matter_id in (select id from heard)
          and matter_addressees.address = followings.address
      ) as hears_anyway
    from followings
    join matters on matters.id = followings.matter_id
    join entries on entries.matter_id = followings.matter_id
    join record_leaves on record_leaves.entry_id = entries.id and record_leaves.leaf_index > followings.told_index
    left join bodies on bodies.id = entries.body_id
    left join sealed on sealed.entry_id = entries.id and sealed.part = 'public'
    where followings.confirmed_at is not null
      -- The hand-in itself is what one follows; it may enter the record a moment after one began to.
      and not exists (select from receipts where receipts.entry_id = entries.id)
    order by record_leaves.leaf_index
    limit ${BATCH}`.execute(tx)
  return found.rows
}

interface Telling {
  step: Step
  house: JobHouse
  now: Date
}

async function writeStep(tx: Tx, { step, house: { house, translators }, now }: Telling): Promise<void> {
  const t = translators.for(step.language)
  const gloss = t(entryGloss(step.entryKind))
  const said = step.bodyName === null ? gloss : t(m.stepAt, { step: gloss, body: step.bodyName })
  const { number } = step
  const text = t(m.stepText, {
    number,
    title: step.title ?? '…',
    step: [said, reasonOf(step)].filter(Boolean).join('\n\n'),
    url: `${house.baseUrl}${pathTo(step)}`,
  })
  const stopUrl = `${house.baseUrl}/following/${tokenOf(step.id, house.secret)}`
  await writeLetter(
    tx,
    {
      to: step.address,
      subject: t(m.stepSubject, { number, step: gloss }),
      text: `${text}\n\n${t(m.stepEnd, { url: stopUrl })}`,
      stopUrl: `${stopUrl}/end`,
    },
    now,
  )
}

function reasonOf({ said }: Step): string {
  const { reason } = said === null ? {} : (JSON.parse(said) as Record<string, unknown>)
  return typeof reason === 'string' ? reason : ''
}

/** An address whose reader did not answer is forgotten. */
export async function forgetUnconfirmed({ db, clock }: JobHouse): Promise<void> {
  await db
    .deleteFrom('followings')
    .where('confirmedAt', 'is', null)
    .where('askedAt', '<', addDays(clock.now(), -UNCONFIRMED_DAYS))
    .execute()
}
