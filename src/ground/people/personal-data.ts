import { defineMessages, say } from '#core/i18n/messages.ts'
import { heldMessages as h } from '#core/slice/held-messages.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'
import { lookups } from './lookups-held.ts'

const m = defineMessages('held', {
  account: say('Your account'),
  membership: say('Your membership'),
  session: say('Where you are signed in'),
  passkey: say('Passkeys'),
  accessToken: say('Tokens of programs that act for you'),
  signInLink: say('Links sent to sign you in'),
  recoveryCode: say('Recovery codes (only whether they were used; the codes are not kept)'),
  challenge: say('A passkey on its way'),
  signInRequest: say('Wishes for a sign-in link'),
  addressChange: say('A new address that waits to be confirmed'),
  nameOfRoles: say(
    'You hold or held a role: your name stays with it, since everybody must be able to see who decided. Address, place, membership and every way to sign in go.',
  ),
})

const HELD_OFFICE = `exists (select from grants where grants.person_id = people.id)
  or exists (select from body_seats where body_seats.person_id = people.id)`

const account = {
  table: 'people',
  key: 'id',
  leadsTo: [{ by: 'person', column: 'id' }],
  columns: ['id', 'name', 'email', 'language', 'unit_id', 'joined_at', 'demo_line'],
  shown: {
    name: 'name',
    address: 'email',
    language: 'language',
    unit: '(select units.name from units where units.id = people.unit_id)',
    from: 'joined_at',
  },
  about: m.account,
  why: h.toTakePart,
  until: h.whileAccount,
} as const satisfies Partial<PersonalData>

const ofPerson = { leadsTo: [{ by: 'person', column: 'person_id' }] } as const

/** What the accounts of people hold; each row leads to its person. */
export const personalData: readonly PersonalData[] = [
  { ...account, only: `not (${HELD_OFFICE})`, onErasure: 'delete' },
  {
    ...account,
    only: HELD_OFFICE,
    onErasure: { set: { email: null, unit_id: null, demo_line: null, language: 'en' } },
    stays: m.nameOfRoles,
  },
  {
    ...ofPerson,
    table: 'memberships',
    key: 'id',
    columns: ['person_id', 'unit_id', 'number', 'from_on', 'to_on'],
    shown: {
      unit: '(select units.name from units where units.id = memberships.unit_id)',
      number: 'number',
      from: 'from_on',
      until: 'to_on',
    },
    about: m.membership,
    why: h.toTakePart,
    until: h.whileAccount,
    onErasure: 'delete',
  },
  {
    ...ofPerson,
    table: 'sessions',
    key: 'id',
    columns: [
      'person_id',
      'device',
      'begun_at',
      'seen_on',
      'used_from',
      'expires_at',
      'stepped_up_at',
      'proved_at',
      'is_by_recovery_code',
    ],
    shown: { device: 'device', from: 'begun_at', seen: 'seen_on', used: 'used_from', until: 'expires_at' },
    about: m.session,
    why: h.toSeeSignIns,
    until: h.untilEnded,
    onErasure: 'delete',
  },
  {
    ...ofPerson,
    table: 'passkeys',
    key: 'id',
    columns: ['person_id', 'name', 'credential_id', 'public_key', 'added_at', 'transports'],
    shown: { device: 'name', from: 'added_at' },
    about: m.passkey,
    why: h.toSignIn,
    until: h.untilEnded,
    onErasure: 'delete',
  },
  {
    ...ofPerson,
    table: 'access_tokens',
    key: 'id',
    columns: ['person_id', 'name', 'scopes', 'made_at', 'ends_at', 'used_on', 'revoked_at'],
    shown: {
      name: 'name',
      scopes: 'scopes',
      from: 'made_at',
      until: 'coalesce(revoked_at, ends_at)',
      used: 'used_on',
    },
    about: m.accessToken,
    why: h.toTakePart,
    until: h.untilEnded,
    onErasure: 'delete',
  },
  {
    ...ofPerson,
    table: 'sign_in_links',
    key: 'token_hash',
    columns: ['person_id', 'made_at', 'expires_at', 'used_at', 'goes_to'],
    shown: { from: 'made_at', until: 'expires_at', used: 'used_at', goesTo: 'goes_to' },
    about: m.signInLink,
    why: h.toSignIn,
    until: h.minutes,
    onErasure: 'delete',
  },
  {
    ...ofPerson,
    table: 'recovery_codes',
    key: 'id',
    columns: ['person_id', 'made_at', 'used_at'],
    shown: { from: 'made_at', used: 'used_at' },
    about: m.recoveryCode,
    why: h.toSignIn,
    until: h.whileAccount,
    onErasure: 'delete',
  },
  {
    ...ofPerson,
    table: 'passkey_challenges',
    key: 'id',
    columns: ['person_id', 'expires_at'],
    shown: { until: 'expires_at' },
    about: m.challenge,
    why: h.toSignIn,
    until: h.minutes,
    onErasure: 'delete',
  },
  {
    leadsTo: [{ by: 'address', column: 'email' }],
    table: 'sign_in_requests',
    key: 'id',
    columns: ['email', 'goes_to', 'language', 'asked_at'],
    shown: { address: 'email', when: 'asked_at', goesTo: 'goes_to' },
    about: m.signInRequest,
    why: h.toSignIn,
    until: h.minutes,
    onErasure: 'delete',
  },
  {
    leadsTo: [
      { by: 'person', column: 'person_id' },
      { by: 'address', column: 'address' },
    ],
    table: 'address_changes',
    key: 'id',
    columns: ['person_id', 'address', 'language', 'asked_at', 'expires_at'],
    shown: { address: 'address', when: 'asked_at', until: 'expires_at' },
    about: m.addressChange,
    why: h.toWrite,
    until: h.minutes,
    onErasure: 'delete',
  },
  ...lookups,
]
