/** The longest entry a bundle can hold: its length is written in two bytes. C2SP tlog-tiles. */
export const ENTRY_BYTES_MAX = 65_535

/** Entries as one bundle: each with its length before it, two bytes, big-endian. Throws RangeError when one is too long. */
export function bundleOf(entries: readonly Uint8Array[]): Uint8Array {
  const pieces = entries.map((entry) => {
    if (entry.length > ENTRY_BYTES_MAX)
      throw new RangeError(`an entry of ${entry.length} bytes fits no bundle`)
    const piece = new Uint8Array(2 + entry.length)
    new DataView(piece.buffer).setUint16(0, entry.length)
    piece.set(entry, 2)
    return piece
  })
  return new Uint8Array(Buffer.concat(pieces))
}

/** The entries of a bundle, or null when the bytes do not end where an entry ends. */
export function entriesOf(bundle: Uint8Array): Uint8Array[] | null {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength)
  const entries: Uint8Array[] = []
  let at = 0
  while (at + 2 <= bundle.length) {
    const end = at + 2 + view.getUint16(at)
    if (end > bundle.length) return null
    entries.push(bundle.slice(at + 2, end))
    at = end
  }
  return at === bundle.length ? entries : null
}
