import { defineMessages, say } from '../i18n/messages.ts'

/** What one thing held about a person is called where they read it. */
export const HELD_LABELS = defineMessages('held', {
  name: say('Name', 'label of something held about a person'),
  address: say('E-mail address'),
  language: say('Language'),
  unit: say('Place'),
  body: say('Body'),
  role: say('Role'),
  purpose: say('What for'),
  reason: say('Reason'),
  number: say('Number'),
  kind: say('Kind'),
  title: say('Title'),
  words: say('Words'),
  file: say('File'),
  outcome: say('Outcome'),
  device: say('Device'),
  scopes: say('What it may do'),
  when: say('When'),
  from: say('From'),
  until: say('Until'),
  seen: say('Last seen'),
  used: say('Used'),
  sent: say('Sent'),
  who: say('Who'),
  goesTo: say('Leads to'),
  subject: say('Subject'),
})

export type HeldLabel = keyof typeof HELD_LABELS

/** Why things are held, and until when: said by several slices in the same words. */
export const heldMessages = defineMessages('held', {
  toTakePart: say('So that you can take part and be written to'),
  toSignIn: say('So that you can sign in without a password'),
  toSeeSignIns: say('So that you see where you are signed in and can end it'),
  toAnswer: say('So that it can be answered, and you can act as its author'),
  toWrite: say('So that letters reach you'),
  toShowRoles: say('So that anyone can see who decides, why and until when'),
  toAccount: say('So that you see who looked, in which role and what for'),
  forTheRecord: say('The public record of what was handed in and what became of it'),
  whileAccount: say('As long as you have an account'),
  untilEnded: say('Until it ends, or you end it'),
  untilErased: say('Until you erase it; the proof that it was here stays'),
  minutes: say('At most half an hour'),
  withTheMatter: say('As long as what it is about'),
  withTheRecord: say('As long as the record stands'),
})
