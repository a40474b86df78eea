import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { deskMessages as m } from '../desk-messages.ts'
import type { MatterInHand } from '../matter-in-hand.ts'
import { DecisionForm, type DecisionFormProps } from './decision-form.tsx'
import { MatterWords } from './matter-words.tsx'

export interface DecisionPageProps extends DecisionFormProps {
  matter: MatterInHand
  /** What the author would read, before anything is recorded. */
  preview: { subject: string; text: string } | null
  deskHref: string
}

/** One matter with its decision form: where a form comes back to, and where a preview is read. */
export function DecisionPage(props: DecisionPageProps) {
  const { t, now, matter, problems, preview, deskHref } = props
  return (
    <div class="stack wide">
      <h1>{t(m.decideTitle, { number: matter.number })}</h1>
      {problems.length > 0 && (
        <ErrorSummary title={t(m.notRightYet, { count: problems.length })} problems={[...problems]}>
          {t(m.nothingRecorded)}
        </ErrorSummary>
      )}
      {preview && <Preview {...props} preview={preview} />}
      <MatterWords t={t} now={now} matter={matter} />
      <section class="stack" aria-labelledby="decision">
        <h3 id="decision">{t(m.decisionOf, { body: props.body })}</h3>
        <DecisionForm {...props} />
      </section>
      <p>
        <a href={deskHref}>{t(m.backToDesk)}</a>
      </p>
    </div>
  )
}

function Preview({ t, preview }: DecisionPageProps & { preview: NonNullable<DecisionPageProps['preview']> }) {
  return (
    <Notice announced icon="seen">
      <h2>{t(m.previewHeading)}</h2>
      <p>
        <strong>{preview.subject}</strong>
      </p>
      {preview.text.split('\n\n').map((paragraph) => (
        <p dir="auto">{paragraph}</p>
      ))}
      <p class="quiet">{t(m.previewNote)}</p>
    </Notice>
  )
}
