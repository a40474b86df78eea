import { sha256 } from '#core/ids/hashes.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { announceGathering } from '#ground/gatherings/announce-gathering.ts'
import { callOffGathering } from '#ground/gatherings/change-gathering.ts'
import { type Gathering, gatheringById } from '#ground/gatherings/find-gathering.ts'
import { ACCESS_FACTS } from '#ground/gatherings/gathering-kinds.ts'
import { momentIn } from '#ground/gatherings/local-time.ts'
import { registerFor } from '#ground/gatherings/register.ts'
import { enterHeard } from '../../listen/meetings/index.ts'
import { clerkDeed } from './clerk-deeds.ts'
import type { Play } from './play-timeline.ts'
import { placeOf, sourceOf } from './settled.ts'

type DemoGathering = Play['movement']['gatherings'][number]
type DemoHeard = Play['movement']['heard'][number]

interface Happening {
  at: Date
  happen(at: Date): Promise<void>
}

const ZONE = 'Europe/London'
const ANNOUNCED_DAYS = 24
const REGISTERED_DAYS = 12
const CALLED_OFF_DAYS = 2
const HOUR_MS = 3_600_000
const AFTER_ANNOUNCING_MS = 600_000

/** Gatherings are announced, registered for, perhaps called off; what was heard is entered the day after and gets its answers. */
export function gatheringDeeds(play: Play): Happening[] {
  return play.movement.gatherings.flatMap((told) => {
    const { startsAt } = timesOf(play, told)
    const before = (days: number) => new Date(addDays(startsAt, -days).getTime() - 3 * HOUR_MS)
    const heard = play.movement.heard.filter(({ gathering }) => gathering === told.key)
    return [
      { at: before(ANNOUNCED_DAYS), happen: (at: Date) => announce(play, told, at) },
      { at: before(REGISTERED_DAYS), happen: (at: Date) => register(play, told, at) },
      ...(told.off ? [{ at: before(CALLED_OFF_DAYS), happen: (at: Date) => callOff(play, told, at) }] : []),
      ...(told.people === null ? [] : afterwards(play, told, heard)),
    ]
  })
}

function timesOf({ today }: Play, { day, from, to }: DemoGathering) {
  const date = isoDate(addDays(today, day))
  const moment = (hour: string) => {
    const at = momentIn(ZONE, `${date}T${hour}`)
    if (!at) throw new Error(`db/demo/gatherings.csv: ${hour} is no hour.`)
    return at
  }
  return { startsAt: moment(from), endsAt: moment(to) }
}

async function find({ house: { db } }: Play, { key }: DemoGathering): Promise<Gathering | null> {
  const row = await db
    .selectFrom('gatherings')
    .select('id')
    .where('source', '=', sourceOf(key))
    .executeTakeFirst()
  return row ? gatheringById(db, row.id) : null
}

const onceAt = (now: Date) => ({ key: null, asker: 'demonstration', request: null, now })

async function announce(play: Play, told: DemoGathering, at: Date): Promise<void> {
  if (await find(play, told)) return
  const { title, kind, language, about, audience, places, contact, where, online, key } = told
  const gathering = {
    ...holderOf(play, told),
    ...timesOf(play, told),
    title,
    kind,
    language,
    about,
    audience,
    places,
    contact,
    timeZone: ZONE,
    address: where,
    onlineUrl: online,
    access: accessIn(told.access),
    callId: null,
    by: null,
    source: sourceOf(key),
  }
  await announceGathering(play.house.db, { gathering, once: onceAt(at) })
}

function holderOf({ settled }: Play, { holder }: DemoGathering) {
  const [sort, slug = ''] = holder.split(':')
  if (sort === 'unit') return { unitId: placeOf(settled.units, slug).id, bodyId: null }
  const { id, unitId } = placeOf(settled.bodies, slug)
  return { unitId, bodyId: id }
}

/** `step-free yes; interpreter yes Urdu and BSL; creche no` */
function accessIn(text: string) {
  return text
    .split('; ')
    .filter(Boolean)
    .map((said) => {
      const [fact = '', answer, ...detail] = said.split(' ')
      if (!ACCESS_FACTS.some((known) => known === fact))
        throw new Error(`db/demo/gatherings.csv: “${fact}” is no access fact.`)
      return { fact, isThere: answer === 'yes', detail: detail.join(' ') }
    })
}

async function register(play: Play, told: DemoGathering, at: Date): Promise<void> {
  const gathering = await find(play, told)
  if (!gathering) return
  for (const [place, handle] of told.coming.entries()) {
    const person = placeOf(play.settled.people, handle)
    const registration = {
      gathering,
      personId: person.id,
      name: person.name,
      email: null,
      language: 'en',
      needs: '',
      needsNamed: place === 0 ? ['interpreter'] : [],
    }
    await registerFor(play.house.db, { registration, once: onceAt(at), secret: play.house.house.secret })
  }
}

async function callOff(play: Play, told: DemoGathering, at: Date): Promise<void> {
  const gathering = await find(play, told)
  if (!gathering) return
  const callingOff = { gathering, reason: told.off ?? '', by: null }
  await callOffGathering(play.house.db, { callingOff, once: onceAt(at) })
}

/** The sheet is entered the morning after; each answer comes so many days later, and is announced ten minutes after that. */
function afterwards(play: Play, told: DemoGathering, heard: readonly DemoHeard[]): Happening[] {
  const morning = new Date(addDays(timesOf(play, told).endsAt, 1).getTime() - 9 * HOUR_MS)
  const answers = heard.flatMap((row, place) => {
    if (row.do === null || row.after === null) return []
    const at = addDays(morning, row.after)
    const announced = new Date(at.getTime() + AFTER_ANNOUNCING_MS)
    const job = play.jobs.find(({ name }) => name === 'announce-decisions')
    return [
      { at, happen: (when: Date) => decide(play, { row, id: rowId(told, place), at: when }) },
      { at: announced, happen: async () => job?.run(play.house) },
    ]
  })
  return [{ at: morning, happen: (at) => enter(play, { told, heard, at }) }, ...answers]
}

/** The same for ever, and of the form that a helper's machine makes. */
function rowId({ key }: DemoGathering, place: number): string {
  const hex = sha256('heard', key, String(place)).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

interface Entering {
  told: DemoGathering
  heard: readonly DemoHeard[]
  at: Date
}

async function enter(play: Play, { told, heard, at }: Entering): Promise<void> {
  const gathering = await find(play, told)
  if (!gathering) return
  const sheet = { gathering, by: null, now: at, peopleThere: told.people }
  await enterHeard(play.house.db, { ...sheet, rows: [], language: told.language, body: null })
  for (const [place, { words, kind, to, lang }] of heard.entries())
    await enterHeard(play.house.db, {
      ...sheet,
      peopleThere: null,
      rows: [{ id: rowId(told, place), words, kind }],
      language: lang,
      body: placeOf(play.settled.bodies, to),
    })
}

interface Deciding {
  row: DemoHeard
  id: string
  at: Date
}

async function decide(play: Play, { row, id, at }: Deciding): Promise<void> {
  const found = await play.house.db
    .selectFrom('thingsHeard')
    .innerJoin('matters', 'matters.id', 'thingsHeard.matterId')
    .select('matters.number')
    .where('thingsHeard.rowId', '=', id)
    .executeTakeFirst()
  if (!found || row.do === null) return
  const step = { day: 0, do: row.do, lang: row.lang === 'cy' ? 'cy' : 'en', why: row.why ?? undefined }
  const done = await clerkDeed(play, { step, body: row.to, at, number: found.number })
  if (done !== 'done' && play.isStrict) throw new Error(`db/demo/heard.csv, “${row.words}”: ${done}`)
}
