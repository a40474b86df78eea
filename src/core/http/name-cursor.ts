/** Where a page of a list by name begins: after this row. */
export interface NameCursor {
  name: string
  id: string
}

/** Opaque to readers; its content is checked when it comes back. */
export function cursorText({ name, id }: NameCursor): string {
  return Buffer.from(`${id} ${name}`).toString('base64url')
}

/** Null for whatever was not made here: an address is often cut or mistyped, and the list then begins at its beginning. */
export function cursorOf(text: string | undefined): NameCursor | null {
  const said = Buffer.from(text ?? '', 'base64url').toString()
  const [, id, name] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([^\0]+)$/.exec(said) ?? []
  return id && name ? { id, name } : null
}
