import { type Bytes, hashFromBase64 } from './hash.ts'

/** An entry's place in the record (C2SP tlog-proof). */
export interface ProofFile {
  index: number
  hashes: Bytes[]
  checkpoint: string
}

/** The parts of a proof file, or undefined. An `extra` line is passed over: nobody signed it. */
export function parseProofFile(text: string): ProofFile | undefined {
  const shape =
    /^c2sp\.org\/tlog-proof@v1\n(?:extra [^\n]*\n)?index (0|[1-9][0-9]{0,14})\n((?:[^\n]+\n){0,63})\n([\s\S]+)$/
  const [, index, lines = '', checkpoint] = shape.exec(text) ?? []
  const hashes = lines.split('\n').filter(Boolean).map(hashFromBase64)
  const whole = hashes.filter((hash) => hash !== undefined)
  if (index === undefined || checkpoint === undefined || whole.length < hashes.length) return undefined
  return { index: Number(index), hashes: whole, checkpoint }
}
