/** A form whose words are kept while they are written. */
export interface DraftForm {
  /** Where one goes on writing: `/submissions/new`, `/calls/12/answer`. */
  page: string
  /** Below which its key travels, so that no other form of this browser takes it for its own: `/submissions`, `/calls/12`. */
  under: string
  /** The boxes that are kept. */
  fields: readonly string[]
  /** What the list of drafts calls it, where no box holds a title. */
  title?: string | null
}
