import { defineMessages, say, sayWith } from '../i18n/messages.ts'

/** What the server itself has to say. */
const m = defineMessages('core', {
  notForYou: say(
    'This page is for people with a role that you do not hold today. Roles are listed under “Who holds which role”.',
  ),
  signInFirst: say('Sign in first, or send an access token.'),
  roleRests: say(
    'You hold a role with which grave harm could be done. It rests until you show your passkey, and does so again after an hour; no access token may use it.',
  ),
  sessionEnded: say(
    'You were signed in here, but that has ended: nobody used it for long, or it was ended elsewhere. Nothing was sent.',
  ),
  tokenLacksScope: sayWith<{ scope: string }>(
    'This access token lacks the scope “{scope}”. Make one that has it on your tokens page.',
  ),
  tokenRefused: say(
    'This access token is unknown, was taken back, or has ended. Make a new one on your account page.',
  ),
  notFound: say(
    'There is nothing here, or nothing you may see. Check the address, or start from the front page.',
  ),
  tooLarge: say(
    'That is larger than we can take. Make it shorter or the file smaller; nothing was handed in.',
  ),
  malformed: say('What was sent could not be read. Go back and send it again.'),
  tooSlow: say(
    'What you sent came so slowly that we stopped waiting, and nothing of it was kept. Try again over a better connection.',
  ),
  unsupported: say('We cannot read that kind of content. Send a form, or JSON.'),
  tooMany: say(
    'Too many requests came from this connection. Wait a minute, then send it again; nothing was lost on our side.',
  ),
  busy: say(
    'Very many people are here at once. Wait a few seconds, then try again; nothing you typed is lost if you go back.',
  ),
  full: say(
    'Our disk is full, so nothing was taken. Keep your words and try again in an hour; whoever runs this site has been told.',
  ),
  broken: say(
    'Something failed on our side and has been written down for whoever runs this site. Nothing of this request was kept; try again.',
  ),
  otherSite: say(
    'This form was sent from another site, so it was not acted on. Open the page here and send it from there.',
  ),
  proofWorking: say(
    'Much is coming from your part of the network. Your device does a small task first, so that what you send need not wait. It takes a few seconds.',
  ),
  notAllowed: say('That address does not take this kind of request.'),
})

export const { notForYou, roleRests, sessionEnded, signInFirst, tokenLacksScope } = m
export { m as coreMessages }
