import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Check } from '#ui/check/check.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { keptIn } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Held } from '../held-of.ts'
import { m } from '../messages.ts'
import type { Whose } from '../whose.ts'

interface ErasurePageProps {
  t: Translate
  whose: Whose
  going: readonly Held[]
  staying: readonly { about: string; why: string }[]
  hasWords: boolean
  holdsRoles: boolean
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
}

/** What goes, what stays and why, and only then the button. */
export function ErasurePage(props: ErasurePageProps) {
  const { t, going, staying, problems } = props
  return (
    <>
      <Head title={t(m.eraseTitle)} lead={t(m.eraseLead)} />
      {problems.length > 0 && <ErrorSummary title={t(m.problem)} problems={problems} />}
      <Section heading={t(m.eraseGoes)}>
        <ul>
          {[...new Set(going.map(({ data }) => t(data.about)))].map((about) => (
            <li>{about}</li>
          ))}
        </ul>
      </Section>
      <Section heading={t(m.eraseStays)}>
        {staying.length === 0 && <p>{t(m.eraseNothingStays)}</p>}
        <Facts lines facts={staying.map(({ about, why }) => ({ label: about, value: why, plain: true }))} />
        <Notice>
          <p>{t(m.eraseBackups)}</p>
        </Notice>
      </Section>
      <ErasureForm {...props} />
    </>
  )
}

function ErasureForm({ t, whose, hasWords, holdsRoles, typed, problems }: ErasurePageProps) {
  const { choice } = keptIn(typed, problems)
  return (
    <Section heading={t(m.eraseNow)}>
      {whose.visit && <p>{t(m.eraseByAddress)}</p>}
      {holdsRoles && <p>{t(m.eraseRoles)}</p>}
      <Form action="/my-data/erasure">
        {hasWords && (
          <ChoiceGroup
            {...choice('words')}
            legend={t(m.eraseWords)}
            choices={[
              { value: 'erased', label: t(m.eraseWordsErased), explanation: t(m.eraseWordsErasedHint) },
              { value: 'kept', label: t(m.eraseWordsKept), explanation: t(m.eraseWordsKeptHint) },
            ]}
          />
        )}
        <Check name="sure" checked={typed.sure === 'yes'}>
          {t(m.eraseSure)}
        </Check>
        <FormActions>
          <Button kind="grave" icon="erase">
            {t(m.eraseNow)}
          </Button>
          <a href="/my-data">{t(m.eraseStay)}</a>
        </FormActions>
      </Form>
    </Section>
  )
}

export function ErasedPage({ t }: { t: Translate }) {
  return (
    <>
      <Head title={t(m.erasedTitle)} lead={t(m.erasedLead)} />
      <p>
        {t(m.erasedMore)} <a href="/record">{t(m.theRecord)}</a>
      </p>
    </>
  )
}
