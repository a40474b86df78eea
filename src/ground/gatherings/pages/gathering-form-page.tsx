import { Button } from '#ui/button/button.tsx'
import { Check } from '#ui/check/check.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Gathering } from '../find-gathering.ts'
import { formMessages as f } from '../form-messages.ts'
import { GATHERING_KINDS } from '../gathering-kinds.ts'
import { m } from '../messages.ts'
import { CallOff } from './call-off.tsx'
import { kindWords } from './gathering-item.tsx'
import { AccessFields, Where } from './gathering-place-fields.tsx'
import { When } from './gathering-time-fields.tsx'
import { type GatheringFormPageProps, kept } from './kept-field.ts'

/** The form to announce a gathering, or to say its facts anew and call it off. */
export function GatheringFormPage(props: GatheringFormPageProps) {
  const { t, gathering, problems, once } = props
  const action = gathering ? `/gatherings/${gathering.number}/details` : '/gatherings'
  return (
    <>
      <Head
        title={t(gathering ? f.changeTitle : m.announce)}
        lead={t(gathering ? f.changeLead : f.newLead)}
      />
      {problems.length > 0 && <ErrorSummary title={t(m.problems)} problems={problems} />}
      <Form action={action} hidden={{ once: once(), ...keptKind(gathering) }}>
        <Section heading={t(m.about)}>
          <What {...props} />
        </Section>
        <Section heading={t(m.facts)}>
          <When {...props} />
          <Where {...props} />
        </Section>
        <Section heading={t(m.access)} note={t(m.accessNote)}>
          <AccessFields {...props} />
        </Section>
        {gathering ? <WhyItChanges {...props} gathering={gathering} /> : <Publish t={t} />}
      </Form>
      {gathering && <CallOff t={t} gathering={gathering} once={once()} />}
    </>
  )
}

const keptKind = (gathering: Gathering | null): Record<string, string> =>
  gathering ? { kind: gathering.kind, language: gathering.language } : {}

function Publish({ t }: Pick<GatheringFormPageProps, 't'>) {
  return (
    <FormActions>
      <Button>{t(f.publish)}</Button>
      <a href="/gatherings">{t(m.gatherings)}</a>
    </FormActions>
  )
}

function WhyItChanges(props: GatheringFormPageProps & { gathering: Gathering }) {
  const { t, gathering, typed } = props
  return (
    <Section heading={t(f.publishChange)}>
      <TextArea {...kept(props, 'reason')} label={t(f.why)} rows={3} />
      {gathering.seriesId !== null && (
        <div class="stack tight">
          <Check name="following" id="change-following" checked={typed.following === 'yes'}>
            {t(f.changeFollowing)}
          </Check>
          <p class="hint">{t(f.changeFollowingHint)}</p>
        </div>
      )}
      <FormActions>
        <Button>{t(f.publishChange)}</Button>
        <a href={`/gatherings/${gathering.number}`}>{t(f.back)}</a>
      </FormActions>
    </Section>
  )
}

function What(props: GatheringFormPageProps) {
  const { t, gathering, holders } = props
  return (
    <>
      <TextField {...kept(props, 'title')} label={t(f.name)} dir="auto" />
      {!gathering && (
        <>
          <SelectField
            {...kept(props, 'kind')}
            label={t(m.kindLabel)}
            options={GATHERING_KINDS.map((kind) => ({ value: kind, label: kindWords(t, kind) }))}
          />
          <SelectField
            {...kept(props, 'holder')}
            label={t(f.holder)}
            options={[
              ...(holders.length === 1 ? [] : [{ value: '', label: t(f.choose) }]),
              ...holders.map(({ value, name }) => ({ value, label: name })),
            ]}
          />
        </>
      )}
      <TextArea {...kept(props, 'about')} label={t(m.about)} hint={t(f.aboutHint)} />
    </>
  )
}
