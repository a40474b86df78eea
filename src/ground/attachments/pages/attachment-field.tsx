import type { Translate } from '#core/i18n/translate.ts'
import { FileField } from '#ui/field/fields.tsx'
import { MOST_ATTACHMENTS, MOST_BYTES } from '../make-attachments.ts'
import { MEDIA_TYPES } from '../media-type-of.ts'
import { m } from '../messages.ts'

/** The box to choose files, with what is taken and what becomes of it. */
export function AttachmentField({ t, error }: { t: Translate; error: string | undefined }) {
  return (
    <FileField
      name="files"
      label={t(m.label)}
      hint={t(m.hint, { most: MOST_ATTACHMENTS, megabytes: MOST_BYTES / 1024 / 1024 })}
      error={error}
      accept={[...MEDIA_TYPES]}
      many
    />
  )
}
