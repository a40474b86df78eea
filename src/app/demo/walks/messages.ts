import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('demo', {
  lead: say(
    'Everybody here is made up. Take a walk of five minutes, or choose a person and see the movement with their eyes; sign out and be another.',
  ),
  walks: say('A walk of five minutes'),
  people: say('People one can be'),
  peopleNote: sayWith<{ count: number }>(
    'The first twelve of {count, number}. The others are found by name, place or task.',
  ),
  find: say('Find somebody'),
  findHint: say('A name, a place, a task: clerk, Leeds, carers.'),
  findButton: say('Find'),
  nobodyFound: say('Nobody like that. Try a shorter word.'),
  everybody: say('Show everybody'),
  be: sayWith<{ name: string }>('Be {name}'),
  walkAs: sayWith<{ name: string }>('This walk is for {name}. Be {name} first, then come back here.'),
  walkAsNobody: say('This walk needs no account. Sign out first, to see what everybody sees.'),
  signOut: say('Sign out'),
  notThere: say('What stood here has changed since. Go on to the next step.'),
  allWalks: say('All walks'),

  anyoneTitle: say('Anyone, without an account'),
  anyoneLead: say('Somebody who heard of it today and has said nothing yet.'),
  anyoneStory: say(
    'Read a story. Each step names the body that had it, how many days it took, and why it decided as it did.',
  ),
  anyoneOverdue: say(
    'See what is late, the oldest first. The lists stand by the name of the body that has it.',
  ),
  anyoneBody: say(
    'Open the body that is latest. What it promised and how it kept it is counted, and it cannot hide it.',
  ),
  anyoneReviewed: say(
    'Somebody was told no, or not enough, and asked another body to look again. Read what changed.',
  ),
  anyoneLanguage: say('Somebody wrote in their own language, and was answered in it.'),
  anyoneHandIn: say(
    'Say something yourself: with your name, with it withheld, or anonymously. You get a receipt.',
  ),

  memberTitle: say('A member'),
  memberLead: say('Nasreen Akhtar lives with damp, and said so.'),
  memberStory: say('This is what became of it, body by body, to where it is today.'),
  memberJoined: say(
    'Others asked for the same thing. See whose voices came together in hers, and where it all went.',
  ),
  memberReceipt: say('The receipt of what she has waiting. The number alone leads to its story.'),
  memberHandIn: say(
    'Hand in something new. What is like it and already in hand is shown before you send it.',
  ),
  memberMail: say(
    'A demonstration sends no letters. What it would have sent, to her and the others, is read here.',
  ),
  memberAccount: say('What belongs to her: sessions, passkeys, tokens for programs.'),

  authorTitle: say('An author without an account'),
  authorLead: say('Somebody asked something and did not sign it. A key of six words is all they have.'),
  authorStory: say('The question, and the answer, as everybody reads them. Nobody can see who asked.'),
  authorKey: say(
    'Copy the follow-up key, open the receipt, and type it there: now you are the author. Write to the clerk, or ask another body to look again.',
  ),
  authorReview: say('An anonymous author who was not content, and did just that.'),
  authorJudged: say('Two weeks after an answer its author is asked whether it was one. This one said no.'),
  authorHandIn: say('Ask something yourself, anonymously. The key is shown once: keep it.'),

  themesTitle: say('A themes team'),
  themesLead: say('Mei reads with her team what two thousand people wrote about buses, and answers for it.'),
  themesAll: say(
    'What people wrote, as themes: the team gave them their names. Small ones stand beside large ones.',
  ),
  themesDesk: say(
    'The desk of one theme. Give it another name, move an answer, quote a passage: each step is an entry that all can read, and can be undone.',
  ),
  themesChoice: say(
    'This theme has no answer yet. Say what becomes of it, and why; without a reason you cannot.',
  ),
  themesTwins: say(
    'One person answered on the web and on paper. Somebody looked at both and joined them; both receipts go on working.',
  ),
  themesScreenings: say('Words that may name somebody wait for a person to look, before they are published.'),
  themesResult: say('What everybody sees in the end, with what was held and removed, and why.'),

  clerkTitle: say('A clerk'),
  clerkLead: say('Noor Haddad clerks the Housing and Land Commission. Her queue is long and its clocks run.'),
  clerkDesk: say('Her desk: the queue by what is due first. Several can be answered at once.'),
  clerkDecide: say(
    'Decide about the oldest one. Refuse it without a reason: you cannot. Give one, see what the author will read, record it, and take it back within five minutes.',
  ),
  clerkMerge: say(
    'Many asked the same. She joined them into one matter, and each kept their words and their name.',
  ),
  clerkLetters: say('Write to an author, who may be anonymous: it is between the two of you.'),
  clerkBody: say('What everybody sees of her commission: promise, figures, members and their terms.'),
  clerkMail: say('The letters that went out with her decisions.'),

  moderatorTitle: say('A moderator'),
  moderatorLead: say(
    'Amina Yusuf looks at what strangers wrote before it is shown, and at what is reported.',
  ),
  moderatorDesk: say('Her desk: each case has a clock of three days.'),
  moderatorHold: say(
    'Words that wait. Show them, or remove them for a reason from the list; all may read the reason.',
  ),
  moderatorReport: say('Something that is public was reported. It stays where it is until it is decided.'),
  moderatorRestored: say(
    'She had removed this. Its author appealed, another body heard it, and the words came back.',
  ),
  moderatorUpheld: say(
    'This appeal was heard, too, and the words stayed away. The reasons of both are here.',
  ),
  moderatorCounts: say(
    'How often, for which reason, how quickly and how often wrongly: public, and counted.',
  ),

  administratorTitle: say('An administrator'),
  administratorLead: say('Ada Novak looks after roles and units. What she does is public.'),
  administratorRoles: say('Who may do what, where, why and until when: everybody can read it.'),
  administratorLapses: say(
    'The next role to end. Nobody has to remember: it lapses on its day, with an entry.',
  ),
  administratorGive: say('Give a role, with a purpose and a last day.'),
  administratorUnits: say(
    'The whole movement: nations, regions, 650 constituencies, branches, unions, societies.',
  ),
  administratorUnit: say('A constituency that is alive, with its branch, its bodies and its latest matters.'),
  administratorPromise: say(
    'Change what a body promises. It holds for what arrives from then on, never for what is waiting.',
  ),

  scepticTitle: say('A sceptic, with the verifier'),
  scepticLead: say(
    'Somebody who believes none of this. The programs in “verify” share no code with what they check.',
  ),
  scepticRecord: say('The record: every step of every story, in the order in which it happened, signed.'),
  scepticKey: say('Fetch its key. Compare it with the one that somebody you trust has kept.'),
  anyoneCall: say(
    'An open call: the promise stands before the first box. Answer it if you like; without an account you get a key.',
  ),
  anyoneResult: say(
    'What two thousand people answered: who, from where, in which themes, and what the body did with each. Everything as open data too.',
  ),
  anyoneThemes: say('The themes as people named them; each leads to its answers and to its decision.'),
  scepticData: say(
    'The data of a call, with the hash that stands in the record, and the list of what is not published and why. Check and add it up yourself.',
  ),
  scepticReceipt: say('Take any receipt as a file and check it without a network.'),
  scepticAudit: say(
    'Check the whole record: every entry, every hash, every signature. Change one bit and try again.',
  ),
  scepticErased: say(
    'Words that had to be removed. They are gone; that they were there, when, and why they went is not.',
  ),
  scepticAnonymous: say(
    'An anonymous one, decided. Look for who wrote it, on the page, in the record, in the receipt.',
  ),
})
