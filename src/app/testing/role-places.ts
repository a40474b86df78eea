import { THEME_PLACES } from './theme-places.ts'

/** For the role matrix: who asks, and where. */
export const PEOPLE = ['nobody', 'nasreen', 'olga', 'noor', 'idris', 'femi', 'gwen', 'ada'] as const
export type Who = (typeof PEOPLE)[number]
export const BODIES = ['housing', 'millbrook-branch'] as const
export type Where = (typeof BODIES)[number]

const everybody: readonly Who[] = PEOPLE
const account = everybody.filter((who) => who !== 'nobody')

/** Holders of a role that a route names, wherever they hold it. Olga is made chair of Millbrook branch and partner, Femi moderator, in the matrix. */
export const HOLDERS: Readonly<Record<string, readonly Who[]>> = {
  anyone: everybody,
  'signed in': account,
  members: account,
  'holders of clerk': ['noor', 'idris', 'femi', 'gwen'],
  'holders of clerk or theme-team': ['noor', 'idris', 'femi', 'gwen', 'nasreen'],
  'holders of administrator': ['ada'],
  'holders of administrator or secretary': ['ada', 'idris'],
  'holders of secretary or clerk': ['noor', 'idris', 'femi', 'gwen'],
  'holders of moderator': ['femi'],
  'holders of clerk or moderator': ['noor', 'idris', 'femi', 'gwen'],
  'holders of partner': ['olga'],
  'holders of administrator or chair': ['ada', 'olga'],
  'holders of helper or call-taker or clerk': ['noor', 'idris', 'femi', 'gwen'],
  'holders of clerk or moderator or helper or call-taker': ['noor', 'idris', 'femi', 'gwen'],
  'holders of call-taker or clerk': ['noor', 'idris', 'femi', 'gwen'],
  'holders of data-officer or administrator': ['ada'],
  'holders of translator': ['idris'],
}
const translators = { housing: ['idris'], 'millbrook-branch': ['idris'] } as const
/** Clerks of the body that has it, and of the front desk. */
const formMakers = { housing: ['noor', 'femi'], 'millbrook-branch': ['idris', 'femi'] } as const
const clerks = { housing: ['noor'], 'millbrook-branch': ['idris'] } as const
const anyClerks = ['noor', 'idris', 'femi', 'gwen'] as const
const anyClerk = { housing: anyClerks, 'millbrook-branch': anyClerks } as const
const anyWriter = { housing: ['ada', 'idris'], 'millbrook-branch': ['ada', 'idris'] } as const
const promisers = { housing: ['ada'], 'millbrook-branch': ['ada', 'olga'] } as const
const administrators = { housing: ['ada'], 'millbrook-branch': ['ada'] } as const
const officers = { housing: ['ada'], 'millbrook-branch': ['ada'] } as const
const moderators = { housing: ['femi'], 'millbrook-branch': ['femi'] } as const
/** Whoever announces gatherings somewhere; of one gathering, the clerk of its body and the secretary of its unit. */
const organisers = {
  housing: ['noor', 'idris', 'femi', 'gwen'],
  'millbrook-branch': ['noor', 'idris', 'femi', 'gwen'],
} as const
const itsOrganisers = { housing: ['noor'], 'millbrook-branch': ['idris'] } as const
// The example is no call: whoever may help somewhere is told that there is none.
const helpers = {
  housing: ['noor', 'idris', 'femi', 'gwen'],
  'millbrook-branch': ['noor', 'idris', 'femi', 'gwen'],
} as const
// Nasreen handed everything in under her name.
const author = { housing: ['nasreen'], 'millbrook-branch': ['nasreen'] } as const
const authorOrClerk = { housing: ['nasreen', 'noor'], 'millbrook-branch': ['nasreen', 'idris'] } as const

/** Of these routes the handler asks where the thing stands. */
export const BY_PLACE: Readonly<Record<string, Readonly<Record<Where, readonly Who[]>>>> = {
  'GET /notices/new': anyWriter,
  'POST /notices': anyWriter,
  'GET /notices/:slug/versions/new': anyWriter,
  'POST /notices/:slug/versions': anyWriter,
  'GET /calls/new': anyClerk,
  'GET /calls/drafts/:id': anyClerk,
  'POST /calls': anyClerk,
  'GET /bodies/:slug/promise': promisers,
  'POST /bodies/:slug/promise': promisers,
  'GET /bodies/:slug/desk': clerks,
  'POST /bodies/:slug/decisions': clerks,
  'POST /bodies/:slug/agreements': clerks,
  'GET /submissions/:number/decision': clerks,
  'POST /submissions/:number/decision': clerks,
  'POST /submissions/:number/decision/withdrawal': clerks,
  'POST /submissions/:number/consideration': clerks,
  'GET /bodies/new': administrators,
  'POST /bodies': administrators,
  'GET /bodies/:slug/details': administrators,
  'POST /bodies/:slug/details': administrators,
  'GET /bodies/:slug/members': administrators,
  'POST /bodies/:slug/members': administrators,
  'POST /bodies/:slug/members/:id/ending': administrators,
  'POST /bodies/:slug/clerks': administrators,
  'GET /units/new': administrators,
  'POST /units': administrators,
  'GET /units/:slug/details': administrators,
  'POST /units/:slug/details': administrators,
  'GET /roles/new': administrators,
  'POST /roles': administrators,
  'POST /roles/:id/end': administrators,
  'GET /sessions/end': administrators,
  'POST /sessions/end': administrators,
  'GET /sessions/everybody/end': administrators,
  'POST /sessions/everybody/end': administrators,
  'GET /moderation/desk': moderators,
  'GET /moderation/floods': moderators,
  'POST /moderation/floods': moderators,
  'POST /moderation/cases/:id/hold': moderators,
  'POST /moderation/cases/:id/decision': moderators,
  'POST /moderation/cases/:id/appeal/decision': moderators,
  'GET /my-data/desk': officers,
  'GET /my-data/objections/:id': officers,
  'POST /my-data/objections/:id/answer': officers,
  'GET /my-data/posted-codes/new': officers,
  'POST /my-data/posted-codes': officers,
  'GET /gatherings/new': organisers,
  'POST /gatherings': organisers,
  'GET /gatherings/:number/details': itsOrganisers,
  'POST /gatherings/:number/details': itsOrganisers,
  'POST /gatherings/:number/cancellation': itsOrganisers,
  'GET /gatherings/:number/registered': itsOrganisers,
  'GET /gatherings/:number/door': itsOrganisers,
  'POST /gatherings/:number/door': itsOrganisers,
  // A partner brings answers to any open call.
  'POST /calls/:number/answers': { housing: ['olga'], 'millbrook-branch': ['olga'] },
  'GET /calls/:number/twins': anyClerk,
  'POST /calls/:number/twins': anyClerk,
  'GET /calls/:number/unplaced': anyClerk,
  'POST /calls/:number/unplaced': anyClerk,
  'POST /calls/:number/slips': helpers,
  'POST /calls/:number/ways': helpers,
  'POST /forms/:number': formMakers,
  'POST /forms/:number/withdrawals': formMakers,
  'POST /translations': translators,
  'POST /translations/languages': translators,
  'GET /translations/:id': translators,
  'POST /translations/:id/segments': translators,
  'POST /translations/:id/review': translators,
  'POST /translations/suggestions/:id/decision': translators,
  'GET /intake/slip': helpers,
  'POST /intake/slip': helpers,
  'POST /intake/slip/:id': helpers,
  'GET /intake/slip/:id/picture': helpers,
  'GET /calls/:number/waiting': helpers,
  'GET /calls/:number/entries': helpers,
  'GET /calls/:number/sheet': helpers,
  'POST /calls/:number/sheet': helpers,
  'POST /calls/:number/sheet/receipts': helpers,
  'GET /calls/:number/telephone': helpers,
  'POST /calls/:number/telephone': helpers,
  'GET /calls/:number/telephone/receipt': helpers,
  'GET /intake/waiting/:number': helpers,
  'POST /intake/waiting/:number': helpers,
  'GET /intake/waiting/:number/picture': helpers,
  'GET /gatherings/:number/heard': itsOrganisers,
  'POST /gatherings/:number/heard': itsOrganisers,
  // Asked here of what is no call, which is not there for any of them; src/listen/calls/result asks it of calls.
  'POST /calls/:number/result': anyClerk,
  'GET /calls/:number/screenings': anyClerk,
  'POST /calls/:number/screenings': anyClerk,
  'POST /calls/:number/data/samples/:id/decision': officers,
  ...THEME_PLACES,
  'POST /submissions/:number/erasure': author,
  'POST /receipts/:number': author,
  'POST /submissions/:number/withdrawal': author,
  'POST /submissions/:number/review': author,
  'POST /submissions/:number/verdict': author,
  'POST /submissions/:number/language': author,
  'POST /submissions/:number/agreement': author,
  'GET /submissions/:number/letters': authorOrClerk,
  'POST /submissions/:number/letters': authorOrClerk,
  // What a clerk may not read is not there: every clerk may ask.
  'GET /answers/:number/letters': anyClerk,
  'POST /answers/:number/letters': anyClerk,
}

/** Open to whoever came by a code, so the route lets everybody in; without one, a program is told to sign in. */
export const BY_CODE_OR_ACCOUNT = ['GET /my-data', 'GET /my-data/held', 'POST /my-data/objections']
