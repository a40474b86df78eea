import { defineMessages, say } from '#core/i18n/messages.ts'

export const m = defineMessages('calls', {
  kindCall: say('Call for input'),
  kindAnswer: say('Answer to a call'),
  entryAnnounced: say('A body announced a call for input, with its questions and its promise'),
  entryClosed: say('A call for input closed'),
  entryExtended: say('A call for input is open longer, with a reason'),
  entryAnswered: say('An answer to a call was handed in'),
  entryWithdrawn: say('An answer to a call was withdrawn by its author'),
})
