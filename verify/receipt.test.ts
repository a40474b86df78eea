import { describe, expect, test } from 'vitest'
import { cosign } from '#methods/merkle/cosignature.ts'
import { signatureLine } from '#methods/merkle/note.ts'
import { signerFromSeed, vkeyText } from '#methods/merkle/note-keys.ts'
import { fileWith, folderOf, run } from './testing/run.ts'
import { handIns, SmallRecord } from './testing/small-record.ts'

const witness = signerFromSeed('witness.example.net/w1', new Uint8Array(32).fill(9), 4)
const stranger = signerFromSeed('moot.example.org/record', new Uint8Array(32).fill(8))
const record = new SmallRecord().append(handIns(300))

/** The receipt with some of its members changed. */
async function receiptWith(change: (file: ReturnType<typeof JSON.parse>) => void) {
  const file = JSON.parse(await record.receipt(7))
  change(file)
  return fileWith(JSON.stringify(file))
}

describe('a receipt', () => {
  test('that is whole is confirmed offline, in sentences, with what it does not show', async () => {
    const { code, said } = await run('receipt', fileWith(await record.receipt(7)), '--key', record.vkey)
    expect(said).toContain('It is about number 8, step "submission.handed-in"')
    expect(said).toContain('The public words in this file are those that were sealed, to the letter.')
    expect(said).toContain('The promise is signed by the key you gave.')
    expect(said).toContain('The entry is in the record, as leaf 7')
    expect(said).toContain('no outside witness yet')
    expect(said).toContain('Not shown by a receipt')
    expect(code).toBe(0)
  })

  test.each([
    ['another title', 'words in this file are not', (file) => (file.public.content.title = 'Dry homes')],
    ['another salt', 'words in this file are not', (file) => (file.public.salt = 'ab'.repeat(32))],
    ['another number', 'has another number', (file) => (file.number = 9)],
    ['another day', 'promise for another entry', (file) => (file.leaf.at = '2026-11-21T10:00:00Z')],
    ['words in its leaf', 'must not hold', (file) => (file.leaf.reason = 'Because')],
    ['another place', 'does not lead', (file) => (file.proof = file.proof.replace('index 7', 'index 6'))],
    [
      'an altered promise',
      'not signed',
      (file) => (file.promise = file.promise.replace('by 2026', 'by 2027')),
    ],
    [
      'an altered checkpoint',
      'not signed',
      (file) => (file.proof = file.proof.replace('\n300\n', '\n301\n')),
    ],
    ['half a proof', 'proof cannot be read', (file) => (file.proof = file.proof.slice(0, 100))],
  ] satisfies [string, string, (file: ReturnType<typeof JSON.parse>) => void][])(
    'with %s does not hold',
    async (_, sentence, change) => {
      const { code, said } = await run('receipt', await receiptWith(change), '--key', record.vkey)
      expect(said).toContain(sentence)
      expect(code).toBe(1)
    },
  )

  test('is worth nothing with a stranger’s key, and is not checked without one', async () => {
    const file = fileWith(await record.receipt(7))
    const wrong = await run('receipt', file, '--key', vkeyText(stranger))
    expect([wrong.code, wrong.said.includes('not signed by the key you gave')]).toEqual([1, true])
    const none = await run('receipt', file)
    expect([none.code, none.said.includes('A receipt cannot vouch for itself')]).toEqual([2, true])
  })

  test('whose checkpoint a witness cosigned says when', async () => {
    const [text = ''] = record.checkpoint.split('\n\n')
    const line = signatureLine(cosign(`${text}\n`, witness, Date.UTC(2026, 10, 22, 10, 1) / 1000))
    const file = await receiptWith((file) => (file.proof += line))
    const known = await run('receipt', file, '--key', record.vkey, '--witness', vkeyText(witness))
    expect(known.said).toContain('witness.example.net/w1 cosigned it at 2026-11-22T10:01:00Z')
    expect(known.said).not.toContain('no outside witness')
    const unknown = await run('receipt', file, '--key', record.vkey)
    expect(unknown.said).toContain('give their keys with --witness')
  })

  test('without a proof is a promise; a record without the entry breaks it, and that can be shown', async () => {
    const kept = await new SmallRecord()
      .append(handIns(8))
      .receipt(7, { hasProof: false, due: '2020-01-01T00:00:00Z' })
    const alone = await run('receipt', fileWith(kept), '--key', record.vkey)
    expect([alone.code, alone.said.includes('the promised time has passed')]).toEqual([0, true])
    const without = folderOf(new SmallRecord().append(handIns(7)))
    const broken = await run('receipt', fileWith(kept), '--key', record.vkey, '--record', without)
    expect([broken.code, broken.said.includes('THE PROMISE IS BROKEN')]).toEqual([1, true])
    const having = await run('receipt', fileWith(kept), '--key', record.vkey, '--record', folderOf(record))
    expect([having.code, having.said.includes('stands in the record now, as leaf 7')]).toEqual([0, true])
  })

  test('is confirmed by a record that has grown since', async () => {
    const grown = folderOf(new SmallRecord().append(handIns(300)).append(handIns(20, 300)))
    const file = fileWith(await record.receipt(7))
    const { code, said } = await run('receipt', file, '--key', record.vkey, '--record', grown)
    expect(said).toContain('Nothing was taken out since')
    expect(said).toContain('stands in the record now, as leaf 7')
    expect(code).toBe(0)
  })

  test('shows a record that was cut back or rewritten since', async () => {
    const file = fileWith(await record.receipt(7))
    const shorter = await run(
      'receipt',
      file,
      '--key',
      record.vkey,
      '--record',
      folderOf(new SmallRecord().append(handIns(200))),
    )
    expect([shorter.code, shorter.said.includes('it has only 200 leaves now, and had 300')]).toEqual([
      1,
      true,
    ])
    const other = new SmallRecord().append(handIns(400, 1))
    const rewritten = await run('receipt', file, '--key', record.vkey, '--record', folderOf(other))
    expect([rewritten.code, rewritten.said.includes('its leaves differ')]).toEqual([1, true])
  })

  test('that cannot be read is said to be so, with exit code 2', async () => {
    for (const args of [
      ['receipt'],
      ['receipt', '/nowhere'],
      ['receipt', fileWith('{}')],
      ['receipt', fileWith('null'), '--key', 'x'],
      ['receipt', fileWith('[]')],
      ['receipt', 'a', '--kee', 'x'],
      ['weigh'],
      ['count', 'x'],
    ]) {
      expect((await run(...args)).code).toBe(2)
    }
  })
})
