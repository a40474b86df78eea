/** One letter to one address, in the reader's language, plain text. */
export interface Letter {
  to: string
  subject: string
  text: string
  /** Where one click ends such letters (RFC 8058). */
  stopUrl?: string
  /** Where an answer to it goes; nobody reads an answer to any other. */
  replyTo?: string
  /** It answers a mail by itself: the Message-ID of that one, empty where it had none. Marked so that no program answers it (RFC 3834). */
  inReplyTo?: string
}
