import { defineSlice } from '#core/slice/define-slice.ts'
import { forgetOldDrafts } from './keep-draft.ts'
import { personalData } from './personal-data.ts'

/** What was typed into a form and not handed in yet, with its files. */
export const drafts = defineSlice({
  name: 'drafts',
  tables: ['drafts', 'draft_files'],
  jobs: [
    {
      name: 'forget-old-drafts',
      everySeconds: 3_600,
      run: ({ db, clock }) => forgetOldDrafts(db, clock.now()),
    },
  ],
  personalData,
})
