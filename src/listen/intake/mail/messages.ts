import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

/** Letters that answer a mail, and what is written beside them. */
export const m = defineMessages('mail-in', {
  receiptSubject: sayWith<{ number: number }>('Your answer has the number {number, number, ::group-off}'),
  taken: sayWith<{ number: number; call: string }>(
    'Thank you. Your answer to “{call}” is taken in. Its number is {number, number, ::group-off}.',
  ),
  promised: sayWith<{ body: string; promise: string; day: string }>(
    '{body} asked, and promised by {day}: {promise}',
  ),
  follow: sayWith<{ url: string }>('What becomes of it you read here: {url}'),
  key: sayWith<{ key: string }>(
    'Your follow-up key, which only this letter holds: {key}\nWith the number and the key you can withdraw your answer. Keep it; we cannot send it again.',
  ),
  understood: sayWith<{ words: string }>(
    'These are your words as we read them, without what your mail program adds. The clerk has the whole mail too.\n\n{words}',
  ),
  replying: sayWith<{ body: string }>('Reply to this letter to add something: the clerks of {body} read it.'),
  correcting: say(
    'While the call is open, a reply that answers by number, as “2: b”, changes what you chose and adds to your words: your answer then gets another number, and this one is withdrawn.',
  ),
  instead: sayWith<{ number: number }>(
    'It takes the place of {number, number, ::group-off}, which is withdrawn: your choices as you changed them, and your words with those you added.',
  ),
  filesRefused: sayWith<{ files: string }>('This could not be taken with it:\n{files}'),
  fileRefused: sayWith<{ name: string; problem: string }>('{name}: {problem}'),
  tooManyFiles: sayWith<{ most: number }>('only {most, number} files can go with an answer.'),
  tooLargeFile: sayWith<{ megabytes: number }>('larger than {megabytes, number} MB.'),
  claim: sayWith<{ url: string }>(
    'Somebody with an account here has your address. If that is you and the answer should be yours, confirm it once: {url}\nUntil then it counts as one of a person we do not know.',
  ),

  unknownSubject: say('No call has this number'),
  unknown: sayWith<{ number: number; url: string }>(
    'You wrote to the call with the number {number, number, ::group-off}. There is none, so your mail was not taken in. These calls are open: {url}',
  ),
  closedSubject: sayWith<{ call: string }>('“{call}” is closed'),
  closed: sayWith<{ call: string; moment: string; url: string }>(
    '“{call}” took answers until {moment} (UTC). Your mail came later and was not taken in. What becomes of the answers you read here: {url}',
  ),
  notYetSubject: sayWith<{ call: string }>('“{call}” is not open yet'),
  notYet: sayWith<{ call: string; moment: string; url: string }>(
    '“{call}” takes answers from {moment} (UTC). Your mail came earlier and was not taken in. Please write again then: {url}',
  ),
  membersSubject: sayWith<{ call: string }>('“{call}” needs you to sign in'),
  members: sayWith<{ call: string; url: string }>(
    '“{call}” does not ask everybody, and a mail does not tell us who you are. Your mail was not taken in. Please sign in and answer here: {url}',
  ),
  emptySubject: say('We found no words in your mail'),
  empty: sayWith<{ call: string; url: string }>(
    'Your mail to “{call}” came, but we could read no words of yours in it, so it was not taken in. Please write your answer as text in the mail itself, or here: {url}',
  ),
  unreadSubject: sayWith<{ call: string }>('We could not tell what you answer to “{call}”'),
  unread: sayWith<{ call: string; body: string }>(
    'Your mail to “{call}” came, but we could not tell which question it answers, so it is not counted yet. Your words are kept, and the clerks of {body} read them.',
  ),
  unreadHow: sayWith<{ url: string }>(
    'Reply to this letter to answer, as it says below, or answer here: {url}',
  ),
  yourMail: sayWith<{ words: string }>('This is what you wrote:\n\n{words}'),
  longSubject: say('Your mail is too long'),
  long: sayWith<{ call: string; most: number; url: string }>(
    'Your mail to “{call}” came, but it is longer than {most, number} characters, so it was not taken in. Please shorten it, or attach it as a PDF and write in the mail what it says: {url}',
  ),
  addedSubject: sayWith<{ number: number }>('Added to {number, number, ::group-off}'),
  added: sayWith<{ body: string; number: number }>(
    'Thank you. What you wrote is with the clerks of {body}, beside your answer {number, number, ::group-off}. Your answer itself stays as it was.',
  ),
  clerkSubject: sayWith<{ number: number }>('{number, number, ::group-off}: its author has written by mail'),
  clerkText: sayWith<{ number: number; url: string }>(
    'The author of the answer {number, number, ::group-off} has replied by mail. Read it, and write back, here: {url}',
  ),
  unclearSubject: sayWith<{ number: number }>(
    '{number, number, ::group-off}: part of an answer could not be read',
  ),
  unclearText: sayWith<{ number: number; url: string }>(
    'The answer {number, number, ::group-off} came by mail or text message. Part of what its author wrote could not be read, or belongs to no question. Read it, and write back, here: {url}',
  ),
  fromClerkSubject: sayWith<{ number: number; body: string }>(
    '{body} writes about your answer {number, number, ::group-off}',
  ),

  lettersTitle: sayWith<{ number: number }>('Letters about the answer {number, number, ::group-off}'),
  lettersLead: say(
    'The author of an answer that came by mail, and you. Only the clerks of this body read this.',
  ),
  theMail: say('The mail, as it came'),
  byAuthor: sayWith<{ moment: string }>('The author, {moment}'),
  byBody: sayWith<{ body: string; moment: string }>('The clerk of {body}, {moment}'),
  erased: say('This letter was erased.'),
  checked: sayWith<{ spf: string; dkim: string; dmarc: string }>(
    'What the sender’s domain says of this mail: SPF {spf}, DKIM {dkim}, DMARC {dmarc}. It decides nothing.',
  ),
  unchecked: say('The sender’s domain was not asked.'),
  writeLabel: say('Write to the author'),
  letterWords: say('Your letter'),
  writeHint: say('It goes by mail to their address, in the name of the body.'),
  send: say('Send the letter'),
  noAddress: say('We have no address of the author any more.'),
  missing: say('Write something first.'),
  none: say('There is no such answer whose letters you may read.'),
  claimTitle: sayWith<{ number: number }>('Is the answer {number, number, ::group-off} yours?'),
  claimLead: sayWith<{ number: number }>(
    'The answer {number, number, ::group-off} came by mail. If you confirm it, it belongs to your account and counts as a member’s, if you are one. Your name is still not shown.',
  ),
  claimButton: say('Yes, I wrote it'),
  claimUnknown: say('This address does not work, or the answer belongs to somebody already.'),

  waysTitle: say('Answer by e-mail or text message'),
  waysLead: sayWith<{ body: string }>('{body} reads it, and promised:'),
  byMail: say('E-mail'),
  byMailHow: say(
    'Write in your own words and any language; pictures and PDFs may go with it. You get a letter with your number and a follow-up key. Your address is for the clerks alone, to answer you.',
  ),
  mailForm: say('Open a mail with the questions in it'),
  byNumber: say('How to answer each question in a mail'),
  byText: say('Text message'),
  byTextHow: sayWith<{ number: number }>(
    'Begin with {number, number, ::group-off}, then your words, or the numbers of the questions as below, all in one message. You get your number and a key back. Your telephone number is deleted once you are answered.',
  ),
  byTextKeyword: sayWith<{ keyword: string }>('Instead of the number you can write {keyword}.'),
  noWays: say('This organisation takes no e-mail and no text messages'),
  noSuchCall: say('No call has this number.'),
})
