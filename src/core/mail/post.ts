/** One letter to one address, in the reader's language, plain text first. */
export interface Letter {
  to: string
  subject: string
  text: string
}

/** Hands letters over for sending after the commit; a mail server that hangs never holds up a page. */
export interface Post {
  send(letter: Letter): Promise<void>
}
