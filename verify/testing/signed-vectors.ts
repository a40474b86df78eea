import { makeFollowUpKey } from '#core/ids/follow-up-key.ts'
import { canonicalBytes } from '#methods/merkle/canonical-json.ts'
import { checkpointText } from '#methods/merkle/checkpoint.ts'
import { cosign } from '#methods/merkle/cosignature.ts'
import { leafHash, rootOf } from '#methods/merkle/hashing.ts'
import { keyChange } from '#methods/merkle/key-change.ts'
import type { Leaf } from '#methods/merkle/leaf.ts'
import { signatureLine, signNote } from '#methods/merkle/note.ts'
import { signerFromSeed, vkeyText } from '#methods/merkle/note-keys.ts'
import { handedIn, handIns, SmallRecord } from './small-record.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const seed = (byte: number) => new Uint8Array(32).fill(byte)

const name = 'moot.example.org/record'
export const recordKey = signerFromSeed(name, seed(1))
export const nextKey = signerFromSeed(name, seed(2))
const witness = signerFromSeed('witness.example.net/w1', seed(9), 4)

export function checkpointVectors() {
  const root = rootOf([leafHash(canonicalBytes(handedIn(0)))])
  const text = checkpointText({ origin: name, size: 1, root })
  const note = signNote(text, recordKey)
  const seconds = 1_795_341_660
  return {
    seed: hex(recordKey.seed),
    vkey: vkeyText(recordKey),
    origin: name,
    size: 1,
    root: base64(root),
    note,
    not_signed: [note.replace('\n1\n', '\n2\n'), signNote(text, nextKey)],
    not_a_checkpoint: [
      note.replace('\n1\n', '\n01\n'),
      note.replace('\n1\n', '\n-1\n'),
      note.slice(0, -1),
      note.replace('— ', '- '),
      note.replace('=\n\n', '\n\n'),
    ],
    witness: {
      seed: hex(witness.seed),
      vkey: vkeyText(witness),
      seconds,
      cosigned: note + signatureLine(cosign(text, witness, seconds)),
    },
    key_change: {
      old_vkey: vkeyText(recordKey),
      new_vkey: vkeyText(nextKey),
      key: keyChange(recordKey, nextKey),
    },
  }
}

export async function receiptVectors() {
  const made = new SmallRecord().append(handIns(5))
  const whole = JSON.parse(await made.receipt(3))
  const promised = JSON.parse(await made.receipt(3, { hasProof: false }))
  const leafOf = (change: Partial<Leaf>) => ({ ...whole, leaf: { ...whole.leaf, ...change } })
  return {
    vkey: made.vkey,
    holds: {
      'with a proof': whole,
      'with the promise only': promised,
      'without its words': { ...whole, public: undefined },
    },
    does_not_hold: {
      'other words': {
        ...whole,
        public: { ...whole.public, content: { ...whole.public.content, title: 'Dry homes' } },
      },
      'other salt': { ...whole, public: { ...whole.public, salt: '00'.repeat(32) } },
      'other number': { ...whole, number: 5 },
      'other time in the leaf': leafOf({ at: '2026-11-21T10:00:00Z' }),
      'promise for another entry': { ...whole, promise: JSON.parse(await made.receipt(2)).promise },
      'promise by later': { ...whole, promise: whole.promise.replace('by 2026', 'by 2027') },
      'proof of another entry': { ...whole, proof: JSON.parse(await made.receipt(2)).proof },
      'a place beside it': { ...whole, proof: whole.proof.replace('index 3', 'index 2') },
      'an altered checkpoint': { ...whole, proof: whole.proof.replace('\n5\n', '\n6\n') },
    },
  }
}

export function followUpKeyVectors() {
  const bytes = [
    [127, 0, 0, 1, 63, 84, 220, 193, 216, 35],
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [255, 255, 255, 255, 255, 255, 255, 255, 255, 255],
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  ]
  const [key = ''] = bytes.map((ten) => makeFollowUpKey(Uint8Array.from(ten)))
  return {
    good: bytes.map((ten) => ({
      bytes: hex(Uint8Array.from(ten)),
      key: makeFollowUpKey(Uint8Array.from(ten)),
    })),
    typed: [
      key.toUpperCase(),
      key.replaceAll('-', ' '),
      key.replaceAll('-', ''),
      ` ${key.replaceAll('-', ' – ')}\n`,
      `\u200f${key}\u200e`,
    ].map((text) => ({ text, key })),
    mistyped: [
      key.replace('lusab', 'lusad'),
      key.replace('lusab-babad', 'babad-lusab'),
      key.replace('l', 'x'),
      key.replace('u', 'e'),
    ],
    wrong_length: ['', key.slice(1), `${key}b`, key.slice(0, 29)],
  }
}
