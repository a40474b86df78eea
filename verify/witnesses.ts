import { cosignedAt, type SignedNote, type Vkey } from './record/note.ts'

/** What can be said of a checkpoint's witnesses: whether it holds, and a sentence. */
export function witnessesOf(note: SignedNote, witnesses: readonly Vkey[]): [boolean, string][] {
  const said = witnesses.map((witness): [boolean, string] => {
    const time = cosignedAt(note, witness)
    if (time === undefined) return [false, `No cosignature of ${witness.name} holds for this checkpoint.`]
    return [
      true,
      `The witness ${witness.name} cosigned it at ${new Date(time * 1000).toISOString().slice(0, 19)}Z.`,
    ]
  })
  // A cosignature is 72 bytes, its time first; the record's own signature has 64.
  const others = note.lines.filter(
    ({ name, signature }) => signature.length === 72 && !witnesses.some((witness) => witness.name === name),
  )
  if (others.length > 0) {
    const names = others.map(({ name }) => name).join(', ')
    said.push([
      false,
      `Lines of others stand below it (${names}); give their keys with --witness to check them.`,
    ])
  } else if (witnesses.length === 0)
    said.push([false, 'It has no outside witness yet: only the record itself speaks for it.'])
  return said
}
