import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { Language } from '#core/i18n/languages.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { addBody, addSeat } from '#ground/bodies/add-body.ts'
import { giveGrant } from '#ground/grants/give-grant.ts'
import { foundHouse } from '#ground/house/found-house.ts'
import { addPerson } from '#ground/people/add-person.ts'
import { makeSignInLink } from '#ground/people/request-sign-in.ts'
import { makeRecordKey } from '#ground/record/record-key.ts'
import { addUnits } from '#ground/units/add-units.ts'

export interface NewOrganisation {
  name: string
  accent: string
  languages: readonly Language[]
  administrator: string
  email: string
  baseUrl: string
  /** The record's key when it is kept outside the database. */
  seed: Uint8Array | null
  now: Date
}

const FIRST_TERM_DAYS = 365
const FRONT_DESK_DAYS = 14

/**
 * Founds a real organisation in one transaction: the house, its record's key, the unit at the root, a front desk with a promise,
 * and the first administrator, who clerks the desk until somebody else does. Answers their sign-in link.
 */
export async function settleHouse(db: Db, organisation: NewOrganisation): Promise<string> {
  const { name, accent, languages, administrator, email, baseUrl, seed, now } = organisation
  return inTransaction(db, async (tx) => {
    await foundHouse(tx, { name, accent, languages, isDemo: false, at: now })
    await makeRecordKey(tx, { origin: `${new URL(baseUrl).host}/record`, seed, now })
    const [root] = await addUnits(tx, [{ slug: 'all', name, kind: 'national', parent: null }], now)
    if (!root) throw new Error('The unit at the root was not made.')
    const person = await addPerson(tx, {
      name: administrator,
      email: email.trim().toLowerCase(),
      language: languages[0] ?? 'en',
      unitId: root.id,
      memberNumber: null,
      now,
    })
    const desk = await openFrontDesk(tx, root.id, now)
    await giveFirstRoles(tx, { personId: person.id, unitId: root.id, deskId: desk.id, now })
    const token = await makeSignInLink(tx, { personId: person.id, goesTo: '/', now })
    return `${baseUrl}/sign-in/${token}`
  })
}

function openFrontDesk(tx: Tx, unitId: string, now: Date) {
  return addBody(tx, {
    slug: 'front-desk',
    name: 'Front desk',
    kind: 'desk',
    about: '',
    unitId,
    promiseDays: FRONT_DESK_DAYS,
    reviewedBy: null,
    isFrontDesk: true,
    holdsStrangers: true,
    now,
  })
}

async function giveFirstRoles(
  tx: Tx,
  { personId, unitId, deskId, now }: { personId: string; unitId: string; deskId: string; now: Date },
): Promise<void> {
  const toOn = isoDate(addDays(now, FIRST_TERM_DAYS))
  const grant = { personId, unitId, toOn, grantedBy: null, now }
  await giveGrant(tx, {
    ...grant,
    role: 'administrator',
    bodyId: null,
    isDownTheTree: true,
    purpose: 'to set the organisation up',
  })
  for (const role of ['clerk', 'moderator'])
    await giveGrant(tx, {
      ...grant,
      role,
      bodyId: deskId,
      isDownTheTree: false,
      purpose: 'to keep the front desk until it has a clerk of its own',
    })
  await addSeat(tx, { bodyId: deskId, personId, seat: 'clerk', fromOn: isoDate(now), toOn }, now)
}
