import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { findUnit } from '#ground/units/queries.ts'
import { findGathering, type Gathering } from './find-gathering.ts'
import { listGatherings } from './list-gatherings.ts'
import { m } from './messages.ts'

const IN_CALENDAR = 500

/** Every gathering to come and those past lately, for calendars to subscribe to. */
export async function sendCalendar(x: Exchange): Promise<Answer> {
  return calendarOf(x, { name: x.house.name, path: '/gatherings' })
}

/** Those of a unit and everything below it. */
export async function sendUnitCalendar(x: Exchange): Promise<Answer> {
  const unit = await findUnit(x.db, x.params.slug ?? '')
  if (!unit) return problem(404, 'not-found', x.t(m.noSuchGathering))
  return calendarOf(x, {
    name: `${x.house.name}: ${unit.name}`,
    path: `/units/${unit.slug}/gatherings`,
    unit: unit.slug,
  })
}

/** One, as a file. */
export async function sendCalendarFile(x: Exchange): Promise<Answer> {
  const gathering = await findGathering(x.db, x.params.number)
  if (!gathering) return problem(404, 'not-found', x.t(m.noSuchGathering))
  const asked = { name: gathering.title, path: `/gatherings/${gathering.number}` }
  return asCalendar(x, asked, [gathering])
}

interface Asked {
  name: string
  path: string
  unit?: string
}

async function calendarOf(x: Exchange, asked: Asked): Promise<Answer> {
  const page = { now: x.now, most: IN_CALENDAR }
  const [coming, past] = await Promise.all([
    listGatherings(x.db, { when: 'coming', unit: asked.unit }, page),
    listGatherings(x.db, { when: 'past', unit: asked.unit }, { ...page, most: 50 }),
  ])
  return asCalendar(x, asked, [...past.gatherings.toReversed(), ...coming.gatherings])
}

function asCalendar(x: Exchange, { name, path }: Asked, gatherings: readonly Gathering[]): Answer {
  const host = new URL(x.house.baseUrl).host
  const calendar = ical({
    name,
    prodId: { company: 'Folkmoot', product: 'Gatherings', language: x.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    url: `${x.house.baseUrl}${path}.ics`,
    source: `${x.house.baseUrl}${path}.ics`,
    ttl: 3_600,
  })
  for (const gathering of gatherings) calendar.createEvent(eventOf(x, gathering, host))
  return {
    kind: 'bytes',
    status: 200,
    type: 'text/calendar; charset=utf-8',
    // Every line ends with a line break, the last one too (RFC 5545 section 3.1); the library leaves that one out.
    bytes: `${calendar.toString().trimEnd()}\r\n`,
    cache: 'public',
  }
}

/**
 * Times in UTC, so that no calendar has to know our zones; the sequence rises with each change and the identifier stays, so that
 * a calendar replaces what it had. The link for people online is never in it: anybody may subscribe.
 */
function eventOf(x: Exchange, gathering: Gathering, host: string) {
  const { number, title, about, address, cancelledReason, contact } = gathering
  const url = `${x.house.baseUrl}/gatherings/${number}`
  const words = [
    cancelledReason === null ? null : x.t(m.calledOffWhy, { reason: cancelledReason }),
    about,
    contact,
    url,
  ]
  return {
    id: `gathering-${number}@${host}`,
    sequence: gathering.sequence,
    start: gathering.startsAt,
    end: gathering.endsAt,
    stamp: gathering.changedAt,
    created: gathering.openedAt,
    lastModified: gathering.changedAt,
    summary: title,
    description: words.filter(Boolean).join('\n\n'),
    location: address.replaceAll('\n', ', ') || x.t(m.online),
    url,
    status: cancelledReason === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
  }
}
