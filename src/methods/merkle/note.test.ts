import { describe, expect, test } from 'vitest'
import { toBase64 } from './bytes.ts'
import { checkpointText, parseCheckpoint } from './checkpoint.ts'
import { cosign, cosignedAt } from './cosignature.ts'
import { emptyRoot, leafHash } from './hashing.ts'
import { checkNote, noteText, parseNote, signNote, verifyNote } from './note.ts'
import { parseSigningKey, parseVkey, signerFromSeed, signingKeyText, vkeyText } from './note-keys.ts'
import { parsePromise, promiseText } from './promise.ts'
import { parseTlogProof, tlogProofText } from './tlog-proof.ts'

// Published with Go's golang.org/x/mod/sumdb/note.
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const TEXT = `If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n`
const LINE =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'

const moot = signerFromSeed('moot.example.org/record', new Uint8Array(32).fill(7))
const witness = signerFromSeed('witness.example.net/w1', new Uint8Array(32).fill(9), 4)

function verifier(vkey: string) {
  const parsed = parseVkey(vkey)
  if (!parsed) throw new Error(`no vkey: ${vkey}`)
  return parsed
}

function taken(note: string) {
  const parsed = parseNote(note)
  if (!parsed) throw new Error('no note')
  return parsed
}

describe('notes', () => {
  test('the published one is signed by the published key', () => {
    expect(verifyNote(`${TEXT}\n${LINE}`, verifier(PETER))).toBe(TEXT)
    expect(verifyNote(`${TEXT.replace('answer', 'Answer')}\n${LINE}`, verifier(PETER))).toBeNull()
    expect(vkeyText(verifier(PETER))).toBe(PETER)
    expect(parseVkey(PETER.replace('c74f20a3', 'c74f20a4'))).toBeNull()
  })

  test('the published hash of a published entry comes out', () => {
    expect(toBase64(leafHash(new TextEncoder().encode('hello world')))).toBe(
      'TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=',
    )
  })

  test('a published signing key gives its published public key', () => {
    const secret = 'PRIVATE+KEY+Test-Betty+df84580a+Afge8kCzBXU7jb3cV2Q363oNXCufJ6u9mjOY1BGRY9E2'
    const signer = parseSigningKey(secret)
    expect(signer && vkeyText(signer)).toBe(
      'Test-Betty+df84580a+AQQASqPUZoIHcJAF5mBOryctwFdTV1E0GRY4kEAtTzwB',
    )
    expect(signer && signingKeyText(signer)).toBe(secret)
    expect(parseSigningKey(secret.replace('df', 'd0'))).toBeNull()
  })

  test('a line in our name that does not hold spoils the note; a stranger’s is passed over', () => {
    const note = signNote('one\n', moot)
    expect(checkNote(taken(note + LINE), moot)).toBe('signed')
    const [, forged = ''] = signNote('two\n', moot).split('\n\n')
    expect(checkNote(taken(note + forged), moot)).toBe('wrong-signature')
    expect(checkNote(taken(note), verifier(PETER))).toBe('not-signed-by-it')
  })

  test('what is no note is not read as one', () => {
    const note = signNote('one\n', moot)
    for (const broken of [
      '',
      'one\n',
      note.slice(0, -1),
      note.replace('— ', '- '),
      `${note}\n`,
      note.replace('one', 'o\tne'),
      note.replace('one', 'o\rne'),
      'one\n\n',
      note.replace(/\w=*\n$/, '=\n'),
    ]) {
      expect(parseNote(broken)).toBeNull()
    }
  })
})

describe('checkpoints', () => {
  const text = checkpointText({ origin: moot.name, size: 0, root: emptyRoot() })

  test('are three lines, read back as they were written', () => {
    expect(text).toBe('moot.example.org/record\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n')
    expect(parseCheckpoint(text)).toEqual({ origin: moot.name, size: 0, root: emptyRoot() })
    for (const broken of [
      text.replace('\n0\n', '\n00\n'),
      text.replace('\n0\n', '\n-1\n'),
      text.replace('uFU=', 'uF='),
      text.slice(0, -1),
      text.replace('moot.example.org/record', ''),
      `${text}\n`,
    ]) {
      expect(parseCheckpoint(broken)).toBeNull()
    }
  })

  test('carry a witness’s time, and no other', () => {
    const signed = taken(signNote(text, moot))
    const note = { text, signatures: [...signed.signatures, cosign(text, witness, 1_795_000_000)] }
    const read = taken(noteText(note))
    expect(checkNote(read, moot)).toBe('signed')
    expect(cosignedAt(read, witness)).toBe(1_795_000_000)
    expect(cosignedAt(signed, witness)).toBeNull()
    const line = cosign(text, witness, 1_795_000_000)
    line.bytes[7] = 1
    expect(cosignedAt({ text, signatures: [line] }, witness)).toBeNull()
  })
})

describe('promises and proofs', () => {
  test('a promise names a hash and a real time', () => {
    const promise = { leafHash: emptyRoot(), inTheRecordBy: '2026-11-22T10:00:00Z' }
    expect(parsePromise(promiseText(promise))).toEqual(promise)
    expect(parsePromise(promiseText(promise).replace('11-22', '11-31'))).toBeNull()
    expect(() => promiseText({ ...promise, inTheRecordBy: 'soon' })).toThrow(TypeError)
  })

  test('a proof is read back as it was written, with and without hashes', () => {
    const checkpoint = signNote(checkpointText({ origin: moot.name, size: 1, root: emptyRoot() }), moot)
    for (const proof of [[], [emptyRoot(), emptyRoot()]]) {
      const text = tlogProofText({ index: 5, proof, checkpoint })
      expect(parseTlogProof(text)).toEqual({ index: 5, proof, checkpoint })
      expect(parseTlogProof(text.replace('\nindex', '\nextra AAAA\nindex'))).toEqual({
        index: 5,
        proof,
        checkpoint,
      })
      expect(parseTlogProof(text.replace('index 5', 'index 05'))).toBeNull()
      expect(parseTlogProof(text.replace('@v1', '@v2'))).toBeNull()
    }
  })
})
