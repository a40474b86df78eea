/** What is wrong in a file of papers, and where; line and column start at 1. The message says what would be right. */
export class PaperProblem extends Error {
  override name = 'PaperProblem'
  readonly line: number
  readonly column: number

  constructor(line: number, column: number, reason: string) {
    super(`line ${line}, column ${column}: ${reason}`)
    this.line = line
    this.column = column
  }
}

/** Bytes → text. Papers in anything but UTF-8 are refused, for a wrong sign in a name would pass unseen. */
export function textOf(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 4))
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff'))
    throw new PaperProblem(1, 1, 'The file is saved as UTF-16. Save it as UTF-8.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw badByte(bytes)
  }
}

function badByte(bytes: Uint8Array): PaperProblem {
  let line = 1
  let lineStart = 0
  for (let i = 0; i <= bytes.length; i += 1) {
    if (bytes[i] !== 0x0a && i < bytes.length) continue
    const lineBytes = bytes.subarray(lineStart, i)
    const bad = firstBad(lineBytes)
    if (bad >= 0) {
      const byte = (lineBytes[bad] ?? 0).toString(16).toUpperCase()
      return new PaperProblem(line, bad + 1, `The byte ${byte} is not UTF-8. Save the file as UTF-8.`)
    }
    line += 1
    lineStart = i + 1
  }
  return new PaperProblem(1, 1, 'The file is not UTF-8. Save it as UTF-8.')
}

function firstBad(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const size = signSize(bytes[i] ?? 0)
    const rest = bytes.subarray(i + 1, i + size)
    if (size === 0 || rest.length < size - 1 || rest.some((byte) => byte >> 6 !== 2)) return i
    i += size
  }
  return -1
}

function signSize(lead: number): number {
  if (lead < 0x80) return 1
  if (lead >= 0xc2 && lead < 0xe0) return 2
  if (lead >= 0xe0 && lead < 0xf0) return 3
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0
}
