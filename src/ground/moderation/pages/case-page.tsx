import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Head } from '#ui/head/head.tsx'
import { Said } from '#ui/quote/quote.tsx'
import { Section } from '#ui/section/section.tsx'
import { Words } from '#ui/words/words.tsx'
import { type Case, wordsOf } from '../case-of.ts'
import { m } from '../messages.ts'
import { appealSentence, caseFacts } from './case-facts.ts'
import { AppealDecisionForm, AppealForm, CaseDecisionForm } from './case-forms.tsx'
import { HoldForm, isHoldable } from './hold-form.tsx'

export interface CasePageProps {
  t: Translate
  found: Case
  mayDecide: boolean
  mayHear: boolean
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
}

/** A case: for everybody what was decided and why, for who decides also the words in question. */
export function CasePage(props: CasePageProps) {
  const { t, found, mayDecide, mayHear, problems } = props
  const appeal = appealSentence(t, found)
  const isAppealable = !appeal && found.reviewerName !== null && isHidden(found)
  return (
    <>
      <Head
        title={t(m.caseTitle, { number: found.number })}
        facts={caseFacts(t, found)}
        actions={<a href={pathTo(found)}>{t(m.theirStory)}</a>}
      />
      {problems.length > 0 && <ErrorSummary title={t(m.problems)} problems={problems} />}
      {found.explanation && (
        <Section heading={t(m.theReason)}>
          <Said>{found.explanation}</Said>
        </Section>
      )}
      {(mayDecide || mayHear) && <TheWords {...props} />}
      {mayDecide && isHoldable(found) && (
        <Section heading={t(m.hold)} note={t(m.holdHint)}>
          <HoldForm t={t} caseId={found.id} />
        </Section>
      )}
      {mayDecide && <CaseDecisionForm {...props} />}
      {appeal && (
        <Section heading={t(m.appealHeading)}>
          <p>{appeal}</p>
          {found.appealExplanation && <Said>{found.appealExplanation}</Said>}
          {mayHear && <Said>{found.appealWords}</Said>}
        </Section>
      )}
      {mayHear && <AppealDecisionForm {...props} />}
      {isAppealable && <AppealForm {...props} />}
    </>
  )
}

function isHidden({ sort, outcome, heldAt, erasedAt }: Case): boolean {
  return (
    (outcome === null && (sort === 'hold' || heldAt !== null)) || (outcome === 'removed' && erasedAt === null)
  )
}

function TheWords({ t, found }: CasePageProps) {
  const said = wordsOf(found)
  return (
    <Section heading={t(m.theWords)}>
      {said && (
        <div lang={found.language} dir={directionOf(found.language)}>
          <h3>{said.title}</h3>
          <Words words={said.words} format={said.format} under={3} />
        </div>
      )}
      {found.remarks.length > 0 && <h3>{t(m.remarks)}</h3>}
      {found.remarks.map((remark) => (
        <Said>{remark}</Said>
      ))}
    </Section>
  )
}
