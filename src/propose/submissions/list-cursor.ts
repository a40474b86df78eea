/** Where a page of the list ends: the moment and the id of its last submission. */
export function cursorText({ openedAt, id }: { openedAt: Date; id: string }): string {
  return Buffer.from(`${openedAt.toISOString()} ${id}`).toString('base64url')
}

/** Null where it is none of ours. */
export function cursorOf(text: string | undefined): { at: string; id: string } | null {
  const [at = '', id = ''] = Buffer.from(text ?? '', 'base64url')
    .toString()
    .split(' ')
  const isCursor =
    /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && /^[0-9a-f-]{36}$/.test(id) && !Number.isNaN(Date.parse(at))
  return isCursor ? { at, id } : null
}
