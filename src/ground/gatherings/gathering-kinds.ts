import { defineMessages, say } from '#core/i18n/messages.ts'

/** What a gathering can be. Later slices (workshops, hustings, shifts) add theirs with its words; the database takes any. */
export const GATHERING_KINDS = ['meeting', 'listening-event', 'annual-meeting'] as const

export const AUDIENCES = ['anyone', 'members', 'unit'] as const

/** What one needs to know to come; each is said with yes or no, or was not said. */
export const ACCESS_FACTS = [
  'step-free',
  'hearing-loop',
  'interpreter',
  'quiet-space',
  'creche',
  'parking',
  'toilets',
] as const

const words = defineMessages('gathering-kinds', {
  meeting: say('Meeting'),
  listeningEvent: say('Listening event'),
  annualMeeting: say('Annual meeting'),
  anyone: say('Open to everyone'),
  members: say('For members'),
  unit: say('For members of this place', 'the unit that holds the gathering'),
  stepFree: say('Step-free way in'),
  hearingLoop: say('Hearing loop'),
  interpreter: say('Interpreter'),
  quietSpace: say('Quiet space'),
  creche: say('Crèche'),
  parking: say('Parking'),
  toilets: say('Accessible toilets'),
})

export const KIND_WORDS = {
  meeting: words.meeting,
  'listening-event': words.listeningEvent,
  'annual-meeting': words.annualMeeting,
} as const

export const AUDIENCE_WORDS = { anyone: words.anyone, members: words.members, unit: words.unit } as const

export const ACCESS_WORDS = {
  'step-free': words.stepFree,
  'hearing-loop': words.hearingLoop,
  interpreter: words.interpreter,
  'quiet-space': words.quietSpace,
  creche: words.creche,
  parking: words.parking,
  toilets: words.toilets,
} as const
