/** One letter to one address, in the reader's language, plain text. */
export interface Letter {
  to: string
  subject: string
  text: string
  /** Where one click ends such letters (RFC 8058). */
  stopUrl?: string
}
