import { addDays } from '#core/time/days.ts'
import { changePromise } from '#ground/bodies/change-promise.ts'
import { endGrant } from '#ground/grants/end-grant.ts'
import type { Play } from './play-timeline.ts'
import { placeOf } from './settled.ts'

/** What bodies promise anew, and roles that ended before their last day. */
export function organisationDeeds(play: Play) {
  const { movement, today } = play
  const noon = (day: number) => new Date(addDays(today, day).getTime() - 7_200_000)
  const promises = movement.promises.map((promise) => ({
    at: noon(promise.day),
    happen: (at: Date) => promiseAnew(play, { promise, at }),
  }))
  const endings = movement.terms.flatMap((term) => {
    const at = noon(Number(term.ended))
    return term.ended === null ? [] : [{ at, happen: (when: Date) => endTerm(play, { term, at: when }) }]
  })
  return [...promises, ...endings]
}

async function promiseAnew(
  { settled, house }: Play,
  { promise, at }: { promise: Play['movement']['promises'][number]; at: Date },
): Promise<void> {
  const { days, reason } = promise
  const body = placeOf(settled.bodies, promise.body)
  const by = placeOf(settled.people, promise.by).id
  await changePromise(house.db, {
    promise: { body, days, reason, language: 'en', by },
    once: { key: null, asker: 'demonstration', request: null, now: at },
  })
}

async function endTerm(
  { settled, house: { db } }: Play,
  { term, at }: { term: Play['movement']['terms'][number]; at: Date },
): Promise<void> {
  const person = placeOf(settled.people, term.person)
  const grant = await db
    .selectFrom('grants')
    .innerJoin('units', 'units.id', 'grants.unitId')
    .select(['grants.id', 'grants.role', 'grants.bodyId', 'units.name as unitName'])
    .where('grants.personId', '=', person.id)
    .where('grants.bodyId', '=', placeOf(settled.bodies, term.body).id)
    .executeTakeFirst()
  if (!grant) throw new Error(`db/demo ends a term of ${term.person} that nobody gave.`)
  const ending = { grant: { ...grant, personName: person.name }, kind: 'grant.ended' as const }
  await endGrant(db, { ...ending, by: placeOf(settled.people, 'ada'), reason: term.reason, now: at })
}
