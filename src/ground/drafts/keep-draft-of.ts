import type { Exchange } from '#core/http/exchange.ts'
import type { Attachment } from '#ground/attachments/make-attachments.ts'
import { draftKeyOf } from './draft-cookie.ts'
import type { DraftForm } from './draft-form.ts'
import { type KeptDraft, keepDraft } from './keep-draft.ts'

interface Keeping {
  form: DraftForm
  files: readonly Attachment[]
}

/** Keeps the form that was sent, with its files, as a draft. */
export function keepDraftOf(x: Exchange, { form, files }: Keeping): Promise<KeptDraft> {
  return keepDraft(x.db, {
    form,
    typed: x.form,
    personId: x.viewer.person?.id ?? null,
    key: draftKeyToReuse(x),
    files,
    now: x.now,
  })
}

/** The same where there are files, which no browser would send again with a form that came back; the words are in it. */
export async function keepWithFiles(x: Exchange, keeping: Keeping): Promise<KeptDraft | undefined> {
  return x.wants === 'html' && keeping.files.length > 0 ? keepDraftOf(x, keeping) : undefined
}

/** A person may have several drafts: a new one gets a key of its own. A visitor has the one of this browser. */
function draftKeyToReuse(x: Exchange): string | null {
  return x.viewer.person && !x.form.draft ? null : draftKeyOf(x)
}
