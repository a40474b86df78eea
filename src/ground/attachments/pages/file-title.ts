import type { Translate } from '#core/i18n/translate.ts'
import type { Attached } from '../attachments-of.ts'
import { m } from '../messages.ts'

/** "Picture 1 (34 kB)": a file by its place, since no name is kept. */
export function fileTitle(t: Translate, { place, mediaType, size }: Omit<Attached, 'id'>): string {
  const kilobytes = Math.max(1, Math.round(size / 1024))
  return t(mediaType === 'application/pdf' ? m.asPaper : m.asImage, { place, kilobytes })
}
