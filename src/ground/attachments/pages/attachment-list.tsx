import type { Translate } from '#core/i18n/translate.ts'
import { Section } from '#ui/section/section.tsx'
import type { Attached } from '../attachments-of.ts'
import { m } from '../messages.ts'
import { fileTitle } from './file-title.ts'

/** The files of a story as downloads; nothing when there are none. */
export function AttachmentList({ t, attachments }: { t: Translate; attachments: readonly Attached[] }) {
  if (attachments.length === 0) return null
  return (
    <Section heading={t(m.attached)}>
      <ul>
        {attachments.map((file) => (
          <li>
            <a href={`/attachments/${file.id}`}>{fileTitle(t, file)}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
