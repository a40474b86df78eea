import type { Translate } from '#core/i18n/translate.ts'
import { Section } from '#ui/section/section.tsx'
import type { Attached } from '../attachments-of.ts'
import { m } from '../messages.ts'
import { fileTitle } from './file-title.ts'

interface AttachmentListProps {
  t: Translate
  attachments: readonly Attached[]
  /** Left false, that they are there is all that is said. */
  mayOpen?: boolean
}

/** The files of a story as downloads; nothing when there are none. */
export function AttachmentList({ t, attachments, mayOpen = true }: AttachmentListProps) {
  if (attachments.length === 0) return null
  return (
    <Section heading={t(m.attached)}>
      <ul>
        {attachments.map((file) => (
          <li>
            {mayOpen ? <a href={`/attachments/${file.id}`}>{fileTitle(t, file)}</a> : fileTitle(t, file)}
          </li>
        ))}
      </ul>
      {!mayOpen && <p class="hint">{t(m.notForAll)}</p>}
    </Section>
  )
}
