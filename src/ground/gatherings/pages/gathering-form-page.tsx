import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { errorOf, textOf } from '#ground/matters/pages/decision-form.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { DateField, SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Gathering } from '../find-gathering.ts'
import { formMessages as f } from '../form-messages.ts'
import { ACCESS_FACTS, ACCESS_WORDS, AUDIENCES, GATHERING_KINDS } from '../gathering-kinds.ts'
import { m } from '../messages.ts'
import { RHYTHMS } from '../occurrences.ts'
import type { Holder } from '../places-to-organise.ts'
import { RHYTHM_WORDS } from '../rhythm-words.ts'
import { CallOff } from './call-off.tsx'
import { kindWords } from './gathering-item.tsx'
import { audienceWords } from './gathering-page.tsx'

export interface GatheringFormPageProps {
  t: Translate
  /** Null for a new one. */
  gathering: Gathering | null
  holders: readonly Holder[]
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  once: () => string
}

const HOME_ZONE = 'Europe/London'

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
        {gathering && <TextArea {...kept(props, 'reason')} label={t(f.why)} rows={3} />}
        <FormActions>
          <Button>{t(gathering ? f.publishChange : f.publish)}</Button>
          <a href={gathering ? `/gatherings/${gathering.number}` : '/gatherings'}>
            {t(gathering ? f.back : m.gatherings)}
          </a>
        </FormActions>
      </Form>
      {gathering && <CallOff t={t} gathering={gathering} once={once()} />}
    </>
  )
}

const keptKind = (gathering: Gathering | null): Record<string, string> =>
  gathering ? { kind: gathering.kind, language: gathering.language } : {}

function kept({ typed, problems }: GatheringFormPageProps, name: string) {
  return { name, error: errorOf(problems, name), value: textOf(typed[name]) }
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

function When(props: GatheringFormPageProps) {
  const { t, gathering, typed } = props
  const zone = kept(props, 'zone')
  return (
    <>
      <DateField {...kept(props, 'starts')} label={t(f.starts)} withTime />
      <DateField {...kept(props, 'ends')} label={t(f.ends)} withTime />
      <TextField
        {...zone}
        value={'zone' in typed ? zone.value : HOME_ZONE}
        label={t(f.zone)}
        hint={t(f.zoneHint)}
        dir="ltr"
      />
      {!gathering && <Repeats {...props} />}
      {!gathering && (
        <TextField
          {...kept(props, 'call')}
          label={t(f.call)}
          hint={t(f.callHint)}
          inputMode="numeric"
          short
        />
      )}
    </>
  )
}

function Repeats(props: GatheringFormPageProps) {
  const { t } = props
  return (
    <>
      <SelectField
        {...kept(props, 'repeats')}
        label={t(f.repeats)}
        options={[
          { value: '', label: t(f.once) },
          ...RHYTHMS.map((rhythm) => ({ value: rhythm, label: t(RHYTHM_WORDS[rhythm]) })),
        ]}
      />
      <DateField {...kept(props, 'until')} label={t(f.until)} hint={t(f.untilHint)} />
    </>
  )
}

function Where(props: GatheringFormPageProps) {
  const { t } = props
  return (
    <>
      <TextArea {...kept(props, 'address')} label={t(f.address)} hint={t(f.addressHint)} rows={3} />
      <TextField
        {...kept(props, 'online_url')}
        label={t(f.onlineLink)}
        hint={t(f.onlineHint)}
        type="url"
        dir="ltr"
      />
      <SelectField
        {...kept(props, 'audience')}
        label={t(f.audience)}
        options={AUDIENCES.map((audience) => ({ value: audience, label: audienceWords(t, audience) }))}
      />
      <TextField
        {...kept(props, 'places')}
        label={t(m.places)}
        hint={t(f.placesHint)}
        inputMode="numeric"
        short
      />
      <TextField {...kept(props, 'contact')} label={t(m.contact)} hint={t(f.contactHint)} dir="auto" />
    </>
  )
}

function AccessFields(props: GatheringFormPageProps) {
  const { t } = props
  return (
    <>
      {ACCESS_FACTS.map((fact) => {
        const label = t(ACCESS_WORDS[fact])
        return (
          <div class="columns slim">
            <SelectField
              {...kept(props, `access_${fact}`)}
              label={label}
              options={[
                { value: '', label: t(f.notSaid) },
                { value: 'yes', label: t(m.yes) },
                { value: 'no', label: t(m.no) },
              ]}
            />
            <TextField
              {...kept(props, `access_${fact}_detail`)}
              label={t(f.detail, { fact: label })}
              dir="auto"
            />
          </div>
        )
      })}
    </>
  )
}
