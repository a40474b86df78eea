import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { WholeWay } from '#ground/matters/pages/came-from.tsx'
import { stepMessages } from '#ground/matters/step-messages.ts'
import type { Walk } from '#ground/matters/walk-provenance.ts'
import { Head } from '#ui/head/head.tsx'
import type { Submission } from '../find-submission.ts'
import { m } from '../messages.ts'

/** The whole way of a submission: everything it is linked with, step by step. */
export function ProvenancePage(props: { t: Translate; submission: Submission; walk: Walk }) {
  const { t, submission, walk } = props
  return (
    <>
      <Head title={t(stepMessages.cameFromAndLedTo)}>
        <p
          lang={submission.title ? submission.language : undefined}
          dir={submission.title ? directionOf(submission.language) : undefined}
        >
          <a href={`/submissions/${submission.number}`}>{submission.title ?? t(m.untitled)}</a>
        </p>
      </Head>
      <WholeWay t={t} walk={walk} />
    </>
  )
}
