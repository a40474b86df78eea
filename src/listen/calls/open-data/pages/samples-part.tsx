import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Call } from '../../call.ts'
import { m } from '../messages.ts'
import type { Sample, SamplesForViewer } from '../samples-of.ts'

type Props = { t: Translate; call: Call; samples: SamplesForViewer }

/** Asking for a sample, one's own requests, and for a data officer everybody's. */
export function SamplesPart({ t, call, samples }: Props) {
  const { mayAsk, mayDecide, shown, once, today, problem } = samples
  return (
    <Section id="samples" heading={t(m.sampleTitle)}>
      <p>{t(m.sampleSays)}</p>
      {problem && <ErrorSummary title={problem} problems={[]} />}
      {mayAsk ? (
        <Form action={`/calls/${call.number}/data/samples`} hidden={{ once }}>
          <TextArea
            name="purpose"
            label={t(m.samplePurpose)}
            hint={t(m.samplePurposeHint)}
            rows={4}
            required
          />
          <FormActions>
            <Button kind="second">{t(m.sampleAsk)}</Button>
          </FormActions>
        </Form>
      ) : (
        <p>
          <a href="/sign-in">{t(m.sampleSignIn)}</a>
        </p>
      )}
      {shown.length > 0 && <h3>{t(m.samplesAsked)}</h3>}
      <RuledList>
        {shown.map((sample) => (
          <OneSample t={t} call={call} sample={sample} mayDecide={mayDecide} today={today} />
        ))}
      </RuledList>
    </Section>
  )
}

type OneProps = { t: Translate; call: Call; sample: Sample; mayDecide: boolean; today: string }

function OneSample({ t, call, sample, mayDecide, today }: OneProps) {
  const at = `/calls/${call.number}/data/samples/${sample.id}`
  const isUsable = sample.outcome === 'granted' && (sample.expiresOn ?? '') >= today
  return (
    <Item
      facts={[t.day(sample.askedAt), stateInWords(t, sample, isUsable)]}
      action={isUsable && sample.isMine ? <a href={at}>{t(m.sampleGet)}</a> : undefined}
    >
      <p>{sample.purpose}</p>
      {mayDecide && sample.outcome === null && (
        <Form action={`${at}/decision`}>
          <TextField name="reason" id={`reason-${sample.id}`} label={t(m.sampleReason)} />
          <FormActions>
            <Button name="outcome" value="granted">
              {t(m.sampleGrant)}
            </Button>
            <Button kind="second" name="outcome" value="refused">
              {t(m.sampleRefuse)}
            </Button>
          </FormActions>
        </Form>
      )}
    </Item>
  )
}

function stateInWords(t: Translate, { outcome, reason, expiresOn }: Sample, isUsable: boolean): string {
  if (outcome === null) return t(m.sampleWaits)
  if (outcome === 'refused') return t(m.sampleRefused, { reason: reason ?? '' })
  return isUsable ? t(m.sampleGranted, { day: t.day(new Date(expiresOn ?? '')) }) : t(m.sampleExpired)
}
