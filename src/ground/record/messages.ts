import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('record', {
  theRecord: say('The record'),
  checkReceipt: say('Check a receipt'),
  recordIsEmpty: say('The record has no entry yet.'),
  noSuchTile: say('The record has no such tile yet. Ask for /record/checkpoint to see how far it reaches.'),
  unreadableNote: say(
    'This is not a signed checkpoint. Send the note as text, as C2SP tlog-cosignature says.',
  ),
  notOurCheckpoint: say(
    'This record never signed that checkpoint. If you hold one with its signature, keep it: it proves a fork.',
  ),
  noTrustedWitness: say(
    'No line under this checkpoint is of a witness that this record trusts. Its administrator adds one with: ./moot witness KEY',
  ),
  noReceipt: say('No receipt has this number. Compare it with your slip.'),
  numberLabel: say('Number on your receipt'),
  findIt: say('Find it'),
  receipt: say('Receipt'),
  receiptTitle: sayWith<{ number: number }>('Receipt {number, number, ::group-off}'),
  receiptLead: say('It is handed in. Keep this page, print it, or write the number down.'),
  receiptLeadLater: say('What this receipt stands for, and how to check it without us.'),
  followUpKey: say('Your follow-up key'),
  followUpKeyOnce: say(
    'This key is shown now and never again: we keep only a fingerprint of it. With it you read replies, answer them, ask for another look, or withdraw. Write it down or print this page.',
  ),
  followUpKeySpoken: say('On the telephone, say it in groups of five letters.'),
  followUpKeyLost: say(
    'If you lose it, nobody can give it back to you, not even us: your story stays public and goes on, but you cannot act in it.',
  ),
  haveKey: say('Have you a follow-up key?'),
  keyLabel: say('Follow-up key'),
  keyHint: say('Six groups of five letters. Capitals, blanks and hyphens do not matter.'),
  openWithKey: say('Open my part'),
  inTheRecord: say('In the record'),
  onItsWay: sayWith<{ moment: string }>(
    'On its way: we have signed that it will be in the record by {moment}.',
  ),
  entryAt: sayWith<{ index: number; size: number }>(
    'Entry {index, number, ::group-off}; the record holds {size, number, ::group-off}.',
  ),
  noWitness: say('No outside witness yet: the record is signed by us alone.'),
  witnessedBy: sayWith<{ names: string }>('Confirmed by {names}.'),
  publicStory: say('Follow its public story'),
  printIt: say('Print this page: it is laid out as a slip.'),
  qrLabel: say('QR code that opens this receipt'),
  proofFile: say('Proof file (once it is in the record)'),
  promiseFile: say('Our signed promise'),
  receiptFile: say('Receipt file, for checking offline'),
  howToCheck: say('Check it yourself'),
  howToCheckText: say(
    'Download the receipt file and run the small program “verify”, which needs no connection and shares no code with this site. Take the record’s key from somewhere other than this page.',
  ),
  recordLead: say(
    'Every step of every matter is one entry here, and no entry can be changed or removed unnoticed. Anyone may copy the whole record and check it.',
  ),
  sizeLabel: say('Entries'),
  signedLabel: say('Last checkpoint signed'),
  keyOfRecord: say('The record’s key'),
  witnessesLabel: say('Outside witnesses'),
  formats: say(
    'Formats: leaf, checkpoint, tile, receipt and proof are public and documented in docs/formats.',
  ),
  newestEntries: say('Newest entries'),
  noEntries: say('Nothing has happened yet. The first matter handed in will be the first entry.'),
  entryErased: say('Words were erased; the proof that they were there stands', 'type of entry in a story'),
  entryKeyChanged: say('The record’s key was changed; the old one vouches for the new', 'type of entry'),
  entryEpochOpened: say('The record goes on from a backup, as a new epoch', 'type of entry'),
  keysOfRecord: say('Keys and epochs'),
  keysOfRecordLead: say(
    'Each key vouches for the next in an entry of the record; an epoch says that the record was restored from a backup. Receipts from before were signed by the key of their time.',
  ),
  keyHead: say('Key'),
  sinceHead: say('Signs since'),
  whyHead: say('Why'),
  firstKey: say('The first key'),
  keyChangedBy: sayWith<{ index: number }>('Changed by entry {index, number, ::group-off}'),
  epochOpenedBy: sayWith<{ epoch: number; index: number }>(
    'Epoch {epoch, number, ::group-off}, opened by entry {index, number, ::group-off} after a restore',
  ),
  entryOfMatter: sayWith<{ gloss: string; number: number }>('{gloss}: {number, number, ::group-off}'),
})
