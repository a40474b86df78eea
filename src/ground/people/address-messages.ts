import { defineMessages, sayWith } from '#core/i18n/messages.ts'

export const addressMessages = defineMessages('people', {
  confirmAddressSubject: sayWith<{ house: string }>('Is this your new address for {house}?'),
  confirmAddressText: sayWith<{ url: string; minutes: number; house: string }>(
    'Somebody with an account at {house} asked to be written to at this address from now on. If it was you, confirm it within {minutes} minutes:\n\n{url}\n\nIf it was not you, do nothing: nothing changes, and the address is forgotten.',
  ),
  addressTakenSubject: sayWith<{ house: string }>('Your address at {house}'),
  addressTakenText: sayWith<{ house: string }>(
    'Somebody asked to use this address for another account at {house}. It belongs to your account already, so nothing has changed. If it was you, sign in with it.',
  ),
  addressChangedSubject: sayWith<{ house: string }>('Your address at {house} was changed'),
  addressChangedText: sayWith<{ house: string }>(
    'From now on {house} writes to another address, which was confirmed. If it was not you, tell the data officer or an administrator at once: nobody can sign in through this address any more.',
  ),
})
