import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('grants', {
  title: say('Who holds which role'),
  lead: say(
    'Every role is given to a named person, for a place, a purpose and a time. Each giving, ending and lapsing is in the record.',
  ),
  none: say('Nobody holds a role yet'),
  person: say('Who'),
  role: say('Role'),
  place: say('Where'),
  purpose: say('What for'),
  until: say('Until'),
  andBelow: sayWith<{ place: string }>('{place} and everything below it'),
  give: say('Give a role'),
  giveLead: say(
    'Name, role, place, purpose and time become public at once. The person sees it when they next sign in.',
  ),
  email: say('E-mail address of the person'),
  emailHint: say('The one of their account; it is not published.'),
  newName: say('Their name, if they have no account yet'),
  newNameHint: say('One is made then, and they sign in with a link sent to that address.'),
  unit: say('In which unit'),
  body: say('Only at one body of it (you may leave this empty)'),
  noBody: say('The whole unit'),
  below: say('In every unit below it too'),
  purposeHint: say('Published. “To clerk the Housing Commission until the next election.”'),
  from: say('From'),
  to: say('Until'),
  giveIt: say('Give it'),
  end: say('End it'),
  endReason: say('Why does it end?'),
  roleClerk: say('Clerk'),
  roleChair: say('Chair'),
  roleSecretary: say('Secretary'),
  roleModerator: say('Moderator'),
  roleAdministrator: say('Administrator'),
  noSuchPerson: say('Nobody here has this address. Give their name as well, and an account is made.'),
  noSuchUnit: say('Choose one of the units in the list.'),
  noSuchBody: say('This body is not in that unit. Choose another, or leave it empty.'),
  endsBeforeItBegins: say('It ends before it begins. Choose a later day.'),
  tooLong: say('At most two years. Give it anew when they are over.'),
  notYourPlace: say('You can give and end roles only in the units your own role covers.'),
  noSuchGrant: say('There is no such role, or it has ended already.'),
  problems: say('Something is not right yet'),
  lapsed: say('Its time was over.'),
  entryGiven: say('A role was given', 'type of entry'),
  entryEnded: say('A role was ended', 'type of entry'),
  entryLapsed: say('A role lapsed', 'type of entry'),
})

export const ROLE_MESSAGES = {
  clerk: m.roleClerk,
  chair: m.roleChair,
  secretary: m.roleSecretary,
  moderator: m.roleModerator,
  administrator: m.roleAdministrator,
} as const

export const entryTypes = {
  'grant.given': m.entryGiven,
  'grant.ended': m.entryEnded,
  'grant.lapsed': m.entryLapsed,
}
