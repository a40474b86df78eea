/** What a person keeps (docs/formats/receipt.md), as far as its outer shape goes. */
export interface ReceiptFile {
  number: number
  url: string
  vkey: string
  leaf: unknown
  public?: Opened
  private?: Opened
  promise: string
  proof?: string
  checkpoint?: string
}

export interface Opened {
  salt: string
  content: unknown
}

/** A receipt file, or undefined when the text is none of version 1. */
export function parseReceiptFile(text: string): ReceiptFile | undefined {
  let file: Record<string, unknown>
  try {
    file = JSON.parse(text)
  } catch {
    return undefined
  }
  if (file?.format !== 'folkmoot receipt/v1') return undefined
  const isText = (...names: string[]) => names.every((name) => typeof file[name] === 'string')
  const isTextOrNone = (...names: string[]) => names.every((name) => file[name] === undefined || isText(name))
  const isOpened = (opened: unknown) => opened === undefined || isSaltAndContent(opened)
  const isWhole =
    Number.isSafeInteger(file.number) &&
    isText('url', 'vkey', 'promise') &&
    isTextOrNone('proof', 'checkpoint')
  return isWhole && isOpened(file.public) && isOpened(file.private)
    ? (file as unknown as ReceiptFile)
    : undefined
}

function isSaltAndContent(opened: unknown): opened is Opened {
  if (typeof opened !== 'object' || opened === null) return false
  return (
    'content' in opened &&
    'salt' in opened &&
    typeof opened.salt === 'string' &&
    /^[0-9a-f]{64}$/.test(opened.salt)
  )
}
