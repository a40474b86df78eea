import type { GatheringDetails } from './announce-gathering.ts'
import type { Access, Gathering } from './find-gathering.ts'
import { ACCESS_FACTS } from './gathering-kinds.ts'
import { isoLocal, momentIn } from './local-time.ts'
import { daysBetween, shifted } from './occurrences.ts'

interface SameChange {
  before: GatheringDetails
  after: GatheringDetails
  /** Another time of the series, as it stands. */
  other: GatheringDetails
}

/**
 * What a change of one time means for another of its series: what was said anew is said there too, hours and the shift of days by the
 * clocks of the place; what had been said differently of the other one stays. Null where nothing of it changes.
 */
export function sameChange({ before, after, other }: SameChange): GatheringDetails | null {
  const said = <Name extends keyof GatheringDetails>(name: Name): GatheringDetails[Name] =>
    before[name] === after[name] ? other[name] : after[name]
  const changed: GatheringDetails = {
    title: said('title'),
    language: said('language'),
    about: said('about'),
    address: said('address'),
    onlineUrl: said('onlineUrl'),
    audience: said('audience'),
    places: said('places'),
    contact: said('contact'),
    ...sameTimes({ before, after, other }),
    access: sameAccess({ before, after, other }),
  }
  return isSame(changed, other) ? null : changed
}

export function detailsAsTheyStand(gathering: Gathering, access: readonly Access[]): GatheringDetails {
  const { title, language, about, startsAt, endsAt, timeZone } = gathering
  const { address, onlineUrl, audience, places, contact } = gathering
  const when = { startsAt, endsAt, timeZone }
  return { title, language, about, ...when, address, onlineUrl, audience, places, contact, access }
}

function sameTimes({ before, after, other }: SameChange) {
  const timeZone = before.timeZone === after.timeZone ? other.timeZone : after.timeZone
  const [from, to, own] = [before, after, other].map((one) => ({
    starts: isoLocal(one.startsAt, one.timeZone),
    ends: isoLocal(one.endsAt, one.timeZone),
  }))
  if (!from || !to || !own) return { startsAt: other.startsAt, endsAt: other.endsAt, timeZone }
  const isMoved = from.starts !== to.starts || from.ends !== to.ends
  const shift = daysBetween(from.starts, own.starts)
  const starts = isMoved ? shifted(to.starts, shift) : own.starts
  const ends = isMoved ? shifted(to.ends, shift) : own.ends
  return {
    startsAt: momentIn(timeZone, starts) ?? other.startsAt,
    endsAt: momentIn(timeZone, ends) ?? other.endsAt,
    timeZone,
  }
}

function sameAccess({ before, after, other }: SameChange): Access[] {
  return ACCESS_FACTS.flatMap((fact) => {
    const [from, to, own] = [before, after, other].map(({ access }) =>
      access.find((one) => one.fact === fact),
    )
    const said = textOf(from) === textOf(to) ? own : to
    return said ? [said] : []
  })
}

const textOf = (access: Access | undefined) => (access ? `${access.isThere} ${access.detail}` : 'not said')

function isSame(one: GatheringDetails, other: GatheringDetails): boolean {
  const words = ({ access, ...details }: GatheringDetails) =>
    JSON.stringify([
      Object.entries(details).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ACCESS_FACTS.map((fact) => textOf(access.find((said) => said.fact === fact))),
    ])
  return words(one) === words(other)
}
