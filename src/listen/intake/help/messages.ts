import { defineMessages, say } from '#core/i18n/messages.ts'

/** What every page of helpers says. */
export const m = defineMessages('help', {
  noSuchCall: say('There is no such call, or it has not begun.'),
  notYourCall: say(
    'Your role does not reach this call. Ask an administrator of its unit for the role of a helper.',
  ),
})
