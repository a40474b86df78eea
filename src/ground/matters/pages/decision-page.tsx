import type { Shown } from '#ground/translations/translations-of.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { deskMessages as m } from '../desk-messages.ts'
import type { MatterInHand } from '../matter-in-hand.ts'
import { DecisionForm, type DecisionFormProps } from './decision-form.tsx'
import { MatterWords } from './matter-words.tsx'

export interface DecisionPageProps extends DecisionFormProps {
  matter: MatterInHand
  /** What of it can be read in the clerk's language. */
  translated: Shown | null
  /** What the author would read, before anything is recorded. */
  preview: { subject: string; text: string } | null
  deskHref: string
}

/** One matter with its decision form: where a form comes back to, and where a preview is read. */
export function DecisionPage(props: DecisionPageProps) {
  const { t, now, matter, translated, problems, preview, deskHref } = props
  return (
    <>
      <Head
        title={t(m.decideTitle, { number: matter.number })}
        facts={[<a href={deskHref}>{t(m.backToDesk)}</a>]}
      />
      {problems.length > 0 && (
        <ErrorSummary title={t(m.notRightYet, { count: problems.length })} problems={[...problems]}>
          {t(m.nothingRecorded)}
        </ErrorSummary>
      )}
      {preview && <Preview {...props} preview={preview} />}
      <Section heading={t(m.whatWasHandedIn)}>
        <MatterWords t={t} now={now} matter={matter} translated={translated} />
      </Section>
      <Section heading={t(m.decisionOf, { body: props.body })}>
        <DecisionForm {...props} />
      </Section>
    </>
  )
}

function Preview({
  t,
  matter,
  preview,
}: DecisionPageProps & { preview: NonNullable<DecisionPageProps['preview']> }) {
  return (
    <Section heading={t(m.previewHeading)} note={t(m.previewNote)}>
      {matter.authorship === 'anonymous' && <p>{t(m.previewAnonymous)}</p>}
      <Notice announced icon="mail">
        <p>
          <strong>{preview.subject}</strong>
        </p>
        {preview.text.split('\n\n').map((paragraph) => (
          <p dir="auto">{paragraph}</p>
        ))}
      </Notice>
    </Section>
  )
}
