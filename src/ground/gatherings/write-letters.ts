import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { isLanguage } from '#core/i18n/languages.ts'
import type { Message } from '#core/i18n/messages.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { addDays } from '#core/time/days.ts'
import { type Gathering, gatheringById } from './find-gathering.ts'
import { placeToken } from './find-registration.ts'
import { letterMessages as m } from './letter-messages.ts'
import { whenWords } from './local-time.ts'

type Said = { title: string; when: string; where: string; reason: string; url: string }

interface Words {
  subject: Message<{ title: string }>
  text: Message<Said>
}

const LETTERS: Readonly<Record<string, Words>> = {
  registered: { subject: m.registeredSubject, text: m.registeredText },
  waiting: { subject: m.waitingSubject, text: m.waitingText },
  place: { subject: m.placeSubject, text: m.registeredText },
  changed: { subject: m.changedSubject, text: m.changedText },
  'called-off': { subject: m.calledOffSubject, text: m.calledOffText },
  reminder: { subject: m.reminderSubject, text: m.reminderText },
}

interface Addressee {
  registrationId: string
  gatheringId: string
  address: string | null
  language: string
  placeSince: Date | null
}

const BATCH = 200

/** Writes the letters that were noted, each in its reader's language, and forgets the notes. */
export async function writeGatheringLetters(house: JobHouse): Promise<void> {
  await inTransaction(house.db, async (tx) => {
    const { rows } = await sql<Addressee & { id: string; what: string; reason: string }>`
      select letters.id, letters.what, letters.reason, registrations.id as registration_id, registrations.gathering_id,
        coalesce(registrations.email, people.email) as address, registrations.language, registrations.place_since
      from gathering_letters letters
      join gathering_registrations registrations on registrations.id = letters.registration_id
      left join people on people.id = registrations.person_id
      order by letters.made_at, letters.id
      limit ${BATCH}
      for update of letters skip locked`.execute(tx)
    for (const { what, reason, ...to } of rows) {
      const isWaiting = what === 'registered' && to.placeSince === null
      await write(tx, { to, what: isWaiting ? 'waiting' : what, reason, house })
    }
    const ids = rows.map(({ id }) => id)
    if (ids.length > 0) await tx.deleteFrom('gatheringLetters').where('id', 'in', ids).execute()
  })
}

/** A week before and a day before, each once; whoever registers later than that gets the nearer one alone. */
export async function remindRegistered(house: JobHouse): Promise<void> {
  const now = house.clock.now()
  await inTransaction(house.db, async (tx) => {
    for (const to of await dueFor(tx, { column: 'dayToldAt', days: 1, now })) {
      await write(tx, { to, what: 'reminder', reason: '', house })
      await mark(tx, { id: to.registrationId, set: { dayToldAt: now, weekToldAt: now } })
    }
    for (const to of await dueFor(tx, { column: 'weekToldAt', days: 7, now })) {
      await write(tx, { to, what: 'reminder', reason: '', house })
      await mark(tx, { id: to.registrationId, set: { weekToldAt: now } })
    }
  })
}

interface Due {
  column: 'dayToldAt' | 'weekToldAt'
  days: number
  now: Date
}

function dueFor(tx: Tx, { column, days, now }: Due): Promise<Addressee[]> {
  return withAddress(tx)
    .where(`gatheringRegistrations.${column}`, 'is', null)
    .where('gatheringRegistrations.placeSince', 'is not', null)
    .where('gatherings.startsAt', '>', now)
    .where('gatherings.startsAt', '<=', addDays(now, days))
    .where('gatheringCancellations.gatheringId', 'is', null)
    .limit(BATCH)
    .forUpdate('gatheringRegistrations')
    .skipLocked()
    .execute()
}

function withAddress(tx: Tx) {
  return tx
    .selectFrom('gatherings')
    .innerJoin('gatheringRegistrations', 'gatheringRegistrations.gatheringId', 'gatherings.id')
    .leftJoin('gatheringCancellations', 'gatheringCancellations.gatheringId', 'gatherings.id')
    .leftJoin('people', 'people.id', 'gatheringRegistrations.personId')
    .select((eb) => [
      'gatheringRegistrations.id as registrationId',
      'gatherings.id as gatheringId',
      'gatheringRegistrations.language',
      'gatheringRegistrations.placeSince',
      eb.fn.coalesce('gatheringRegistrations.email', 'people.email').as('address'),
    ])
    .where((eb) => eb(eb.fn.coalesce('gatheringRegistrations.email', 'people.email'), 'is not', null))
}

interface Marking {
  id: string
  set: { dayToldAt?: Date; weekToldAt?: Date }
}

async function mark(tx: Tx, { id, set }: Marking): Promise<void> {
  await tx.updateTable('gatheringRegistrations').set(set).where('id', '=', id).execute()
}

interface Writing {
  to: Addressee
  what: string
  reason: string
  house: JobHouse
}

async function write(tx: Tx, { to, what, reason, house }: Writing): Promise<void> {
  const gathering = await gatheringById(tx, to.gatheringId)
  const words = LETTERS[what]
  if (!gathering || !words || to.address === null) return
  const t = house.translators.for(isLanguage(to.language) ? to.language : 'en')
  const { title } = gathering
  const url = `${house.house.baseUrl}/gatherings/places/${placeToken(to.registrationId, house.house.secret)}`
  const said = { title, when: whenWords(t, gathering), where: whereOf(gathering, to), reason, url }
  const letter = { to: to.address, subject: t(words.subject, { title }), text: t(words.text, said) }
  await writeLetter(tx, letter, house.clock.now())
}

/** The link goes to those with a place alone. */
function whereOf({ address, onlineUrl }: Gathering, { placeSince }: Addressee): string {
  return [address, placeSince ? onlineUrl : null].filter(Boolean).join('\n')
}

/** Names, addresses and needs go thirty days after the end: who came is nobody's business then. */
export async function forgetRegistrations({ db, clock }: JobHouse): Promise<void> {
  const before = addDays(clock.now(), -FORGOTTEN_AFTER_DAYS)
  await db
    .deleteFrom('gatheringRegistrations')
    .where('gatheringId', 'in', (eb) =>
      eb
        .selectFrom('gatherings')
        .innerJoin('gatheringRegistrations as held', 'held.gatheringId', 'gatherings.id')
        .select('gatherings.id')
        .where('gatherings.endsAt', '<', before),
    )
    .execute()
}

export const FORGOTTEN_AFTER_DAYS = 30
