import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { mayAskForReview, mayJudge } from '#ground/matters/policy.ts'
import { verdictFrom } from '#ground/matters/rules.ts'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import type { AuthorFacts } from '../author-facts.ts'
import { authorMessages as m } from '../author-messages.ts'
import type { Submission } from '../find-submission.ts'
import { AgreementForm, LanguageForm, ReviewForm, VerdictForm, WithdrawalForm } from './author-forms.tsx'
import { ErasureForm } from './erasure-form.tsx'
import { LettersPart } from './letters-part.tsx'

export type Act = 'language' | 'withdrawal' | 'letters' | 'review' | 'verdict' | 'agreement' | 'erasure'

export interface AuthorPartProps {
  t: Translate
  now: Date
  submission: Submission
  facts: AuthorFacts
  /** Carried along unseen by every form; null when an account is the handle. */
  followUpKey: string | null
  /** Different for each time the page is shown. */
  once: string
  /** The form that came back, with what was typed. */
  trouble: {
    act: Act
    problems: readonly FieldProblem[]
    typed: Readonly<Record<string, unknown>>
  } | null
}

/** What only the author sees: what is asked of them, what they may do, and their letters. */
export function AuthorPart(props: AuthorPartProps) {
  const { t, submission, facts } = props
  const isWithheld = submission.authorship !== 'named'
  return (
    <>
      {facts.returnAsked && <AgreementForm {...props} wish={facts.returnAsked} />}
      <Verdict {...props} />
      {isWithheld && <LettersPart {...props} />}
      <Review {...props} />
      {submission.words !== null && <LanguageForm {...props} />}
      {facts.open && <WithdrawalForm {...props} />}
      {submission.words !== null && <ErasureForm {...props} />}
      {props.followUpKey !== null && (
        <Section heading={t(m.lostKeyHeading)}>
          <Notice icon="key">
            <p>{t(m.lostKey)}</p>
          </Notice>
        </Section>
      )}
    </>
  )
}

function Verdict(props: AuthorPartProps) {
  const { t, now, facts } = props
  const { last } = facts
  const answer = mayJudge(true, { last, isOpen: facts.open !== null, now })
  if (answer === 'allowed' && last) return <VerdictForm {...props} body={last.bodyName} />
  if (answer !== 'too-early' || !last?.decidedAt) return null
  return (
    <Section heading={t(m.verdictHeading)}>
      <p>{t(m.verdictLater, { day: t.day(verdictFrom(last.decidedAt)) })}</p>
    </Section>
  )
}

function Review(props: AuthorPartProps) {
  const { last, open, wasReviewed, reviewer } = props.facts
  const answer = mayAskForReview(true, { last, isOpen: open !== null, wasReviewed })
  if (answer !== 'allowed' || !last || !reviewer) return null
  return <ReviewForm {...props} of={last.bodyName} reviewer={reviewer} />
}
