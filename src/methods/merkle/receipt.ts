import type { Leaf } from './leaf.ts'

/** First member of every receipt file. A new meaning gets a new version; old files stay readable. */
export const RECEIPT_FORMAT = 'folkmoot receipt/v1'

/**
 * The file a person keeps, `receipt.json`: all that is needed to check an entry without us. docs/formats/receipt.md
 * says what each member proves, and what it does not.
 */
export interface ReceiptFile {
  format: typeof RECEIPT_FORMAT
  /** The public number. */
  number: number
  /** Where the story can be read. */
  url: string
  /** The record's key. A checker must have it from elsewhere too: a file cannot vouch for itself. */
  vkey: string
  leaf: Leaf
  /** Words of the public part, where the holder may have them. */
  public?: OpenedSeal
  private?: OpenedSeal
  /** Signed note, from the first moment. */
  promise: string
  /** C2SP tlog-proof, once the entry is in the record. */
  proof?: string
  /** The newest signed checkpoint when the file was made; of use while there is no proof. */
  checkpoint?: string
}

/** What a commitment of the leaf stands for. */
export interface OpenedSeal {
  /** 32 bytes in hexadecimal. */
  salt: string
  content: unknown
}

/** The receipt as a file: JSON for people to look at, two spaces, a line feed at the end. */
export function receiptFileText(receipt: Omit<ReceiptFile, 'format'>): string {
  const { number, url, vkey, leaf, promise, proof, checkpoint } = receipt
  const file: ReceiptFile = {
    format: RECEIPT_FORMAT,
    ...{ number, url, vkey, leaf },
    ...{ public: receipt.public, private: receipt.private },
    ...{ promise, proof, checkpoint },
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
