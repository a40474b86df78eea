import type { CsvCells } from './csv-cells.ts'

/** Finds the number of a name by its bytes, without making a string for each of millions of cells. */
export class NameTable {
  readonly names: string[] = []
  readonly #bytes: Uint8Array[] = []
  #slots = new Int32Array(64).fill(-1)

  add(name: string): number {
    const number = this.names.length
    const bytes = encoder.encode(name)
    this.names.push(name)
    this.#bytes.push(bytes)
    if (this.names.length * 2 > this.#slots.length) this.#widen()
    else this.#place(number)
    return number
  }

  /** The number of the name that stands in the cell, -1 when it is new. */
  find(cell: CsvCells): number {
    if (cell.isQuoted) return this.names.indexOf(cell.text())
    const mask = this.#slots.length - 1
    const length = cell.end - cell.start
    let slot = hashOf(cell.bytes, cell.start, cell.end) & mask
    for (let number = this.#slots[slot] ?? -1; number >= 0; number = this.#slots[slot] ?? -1) {
      const known = this.#bytes[number]
      if (known && known.length === length && isSame(known, cell.bytes, cell.start)) return number
      slot = (slot + 1) & mask
    }
    return -1
  }

  #place(number: number): void {
    const bytes = this.#bytes[number] ?? new Uint8Array()
    const mask = this.#slots.length - 1
    let slot = hashOf(bytes, 0, bytes.length) & mask
    while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask
    this.#slots[slot] = number
  }

  #widen(): void {
    this.#slots = new Int32Array(this.#slots.length * 4).fill(-1)
    for (let number = 0; number < this.names.length; number += 1) this.#place(number)
  }
}

const encoder = new TextEncoder()

function isSame(known: Uint8Array, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < known.length; i += 1) if (known[i] !== bytes[start + i]) return false
  return true
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
