import type { Translate } from '#core/i18n/translate.ts'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import type { Attached } from '../attachments-of.ts'
import { m } from '../messages.ts'
import { fileTitle } from './file-title.ts'

/** The files that are kept with a form that came back, each with a box to leave it out; nothing when there are none. */
export function KeptFiles({ t, files }: { t: Translate; files: readonly Omit<Attached, 'id'>[] }) {
  if (files.length === 0) return null
  return (
    <ChoiceGroup
      name="leave_out"
      legend={t(m.kept)}
      hint={t(m.keptHint)}
      many
      choices={files.map((file) => ({
        value: String(file.place),
        label: t(m.leaveOut, { file: fileTitle(t, file) }),
      }))}
    />
  )
}
