import type { Translate } from '#core/i18n/translate.ts'
import { Section } from '#ui/section/section.tsx'
import type { Attached } from '../attachments-of.ts'
import { m } from '../messages.ts'

/** The files of a story as downloads; nothing when there are none. */
export function AttachmentList({ t, attachments }: { t: Translate; attachments: readonly Attached[] }) {
  if (attachments.length === 0) return null
  return (
    <Section heading={t(m.attached)}>
      <ul>
        {attachments.map(({ id, place, mediaType, size }) => (
          <li>
            <a href={`/attachments/${id}`}>
              {t(mediaType === 'application/pdf' ? m.asPaper : m.asImage, {
                place,
                kilobytes: Math.max(1, Math.round(size / 1024)),
              })}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
