/** Where a page of a list by time ends: the moment and the id of its last row. */
export interface TimeCursor {
  at: string
  id: string
}

/** Opaque to readers; its content is checked when it comes back. */
export function timeCursorText(at: Date, id: string): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')
}

/** Null for whatever was not made here: an address is often cut or mistyped, and the list then begins at its beginning. */
export function timeCursorOf(text: string | undefined): TimeCursor | null {
  const [at = '', id = ''] = Buffer.from(text ?? '', 'base64url')
    .toString()
    .split(' ')
  const isCursor =
    /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && /^[0-9a-f-]{36}$/.test(id) && !Number.isNaN(Date.parse(at))
  return isCursor ? { at, id } : null
}
