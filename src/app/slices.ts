import type { Job, Slice } from '#core/slice/define-slice.ts'
import { attachments } from '#ground/attachments/index.ts'
import { bodies } from '#ground/bodies/index.ts'
import { drafts } from '#ground/drafts/index.ts'
import { following } from '#ground/following/index.ts'
import { forms } from '#ground/forms/index.ts'
import { gatherings } from '#ground/gatherings/index.ts'
import { grants } from '#ground/grants/index.ts'
import { house } from '#ground/house/index.ts'
import { matters } from '#ground/matters/index.ts'
import { learnKinds } from '#ground/matters/kinds.ts'
import { moderation } from '#ground/moderation/index.ts'
import { notices } from '#ground/notices/index.ts'
import { people } from '#ground/people/index.ts'
import { learnEntryTypes } from '#ground/record/entry-types.ts'
import { record } from '#ground/record/index.ts'
import { translations } from '#ground/translations/index.ts'
import { units } from '#ground/units/index.ts'
import { calls } from '../listen/calls/index.ts'
import { formRequests } from '../listen/form-requests/index.ts'
import { intake } from '../listen/intake/index.ts'
import { meetings } from '../listen/meetings/index.ts'
import { submissions } from '../propose/submissions/index.ts'
import { handedIn } from '../trust/handed-in/index.ts'
import { myDataOf } from '../trust/my-data/index.ts'

const withoutMyData: readonly Slice[] = [
  house,
  people,
  notices,
  grants,
  bodies,
  units,
  record,
  matters,
  attachments,
  drafts,
  moderation,
  following,
  gatherings,
  translations,
  forms,
  calls,
  intake,
  meetings,
  formRequests,
  submissions,
  handedIn,
]

/** The whole house. Adding a feature is adding a slice above, and nothing else changes: my-data is made of what they say they hold. */
export const slices: readonly Slice[] = [...withoutMyData, myDataOf(withoutMyData)]

export const jobs: readonly Job[] = slices.flatMap((slice) => slice.jobs ?? [])

/** Makes known what the slices declare: the glosses of their entries, and where their matters are read. */
export function learnSlices(): void {
  for (const slice of slices) learnEntryTypes(slice.entryTypes ?? {})
  for (const slice of slices) learnKinds(slice.kinds ?? {})
}
