import { CANDIDATE, type Papers, type PapersHead, SPOILED } from './papers.ts'

const FIRST_GROUPS = 1 << 12

/** A paper's marks: any array-like of numbers, so that readers may reuse one buffer. */
type Marks = Uint16Array | readonly number[]

/** Gathers papers one by one and groups equal ones as they come, so that memory follows the different ones. */
export class PapersGatherer {
  #starts = new Uint32Array(FIRST_GROUPS + 1)
  #counts = new Uint32Array(FIRST_GROUPS)
  #hashes = new Uint32Array(FIRST_GROUPS)
  #marks = new Uint16Array(FIRST_GROUPS * 4)
  /** Open addressing: group + 1 by hash, 0 where free; never more than half full. */
  #table = new Uint32Array(FIRST_GROUPS * 2)
  #groups = 0
  #hasIrregularRanks = false
  #spoiled = new Map<string, number>()

  /** Copies `marks[0 … length - 1]`. A paper without marks is spoiled as blank. */
  add(marks: Marks, length: number = marks.length, papers = 1): void {
    if (length === 0) {
      this.spoil(SPOILED.blank, papers)
      return
    }
    if (this.#groups === this.#counts.length) this.#widen()
    const hash = hashOf(marks, length)
    const mask = this.#table.length - 1
    let slot = hash & mask
    for (let found = this.#table[slot] ?? 0; found !== 0; found = this.#table[slot] ?? 0) {
      if (this.#isSame(found - 1, { marks, length, hash })) {
        this.#counts[found - 1] = (this.#counts[found - 1] ?? 0) + papers
        return
      }
      slot = (slot + 1) & mask
    }
    this.#table[slot] = this.#groups + 1
    this.#append({ marks, length, hash }, papers)
  }

  spoil(reason: string, papers = 1): void {
    this.#spoiled.set(reason, (this.#spoiled.get(reason) ?? 0) + papers)
  }

  finish(head: PapersHead): Papers {
    return {
      candidates: head.candidates,
      withdrawn: head.withdrawn ?? new Set(),
      places: head.places,
      title: head.title ?? '',
      lots: head.lots,
      starts: this.#starts.slice(0, this.#groups + 1),
      marks: this.#marks.slice(0, this.#starts[this.#groups]),
      counts: this.#counts.slice(0, this.#groups),
      hasIrregularRanks: this.#hasIrregularRanks,
      spoiled: new Map([...this.#spoiled].sort(([a], [b]) => (a < b ? -1 : 1))),
    }
  }

  #isSame(group: number, paper: HashedMarks): boolean {
    if (this.#hashes[group] !== paper.hash) return false
    const start = this.#starts[group] ?? 0
    if ((this.#starts[group + 1] ?? 0) - start !== paper.length) return false
    for (let i = 0; i < paper.length; i += 1) if (this.#marks[start + i] !== paper.marks[i]) return false
    return true
  }

  #append({ marks, length, hash }: HashedMarks, papers: number): void {
    const group = this.#groups
    const start = this.#starts[group] ?? 0
    if (start + length > this.#marks.length) {
      const wider = new Uint16Array(Math.max(this.#marks.length * 2, start + length))
      wider.set(this.#marks)
      this.#marks = wider
    }
    for (let i = 0; i < length; i += 1) {
      const mark = marks[i] ?? 0
      this.#marks[start + i] = mark
      if (mark >= CANDIDATE) this.#hasIrregularRanks = true
    }
    this.#starts[group + 1] = start + length
    this.#counts[group] = papers
    this.#hashes[group] = hash
    this.#groups = group + 1
  }

  #widen(): void {
    const size = this.#counts.length * 2
    this.#starts = widened(this.#starts, size + 1)
    this.#counts = widened(this.#counts, size)
    this.#hashes = widened(this.#hashes, size)
    this.#table = new Uint32Array(size * 2)
    const mask = this.#table.length - 1
    for (let group = 0; group < this.#groups; group += 1) {
      let slot = (this.#hashes[group] ?? 0) & mask
      while (this.#table[slot] !== 0) slot = (slot + 1) & mask
      this.#table[slot] = group + 1
    }
  }
}

interface HashedMarks {
  marks: Marks
  length: number
  hash: number
}

function widened(array: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(size)
  wider.set(array)
  return wider
}

/** FNV-1a over 16-bit marks with a last mixing: only for grouping, nothing published hangs on it. */
function hashOf(marks: Marks, length: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < length; i += 1) hash = Math.imul(hash ^ (marks[i] ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
