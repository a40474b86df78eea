import { SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { formMessages as f } from '../form-messages.ts'
import { ACCESS_FACTS, ACCESS_WORDS, AUDIENCES } from '../gathering-kinds.ts'
import { m } from '../messages.ts'
import { audienceWords } from './gathering-page.tsx'
import { type GatheringFormPageProps, kept } from './kept-field.ts'

/** Where it is, for whom, and for how many. */
export function Where(props: GatheringFormPageProps) {
  const { t } = props
  return (
    <>
      <TextArea {...kept(props, 'address')} label={t(f.address)} hint={t(f.addressHint)} rows={3} />
      <TextField {...kept(props, 'online_url')} label={t(f.onlineLink)} hint={t(f.onlineHint)} type="url" />
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

/** What one finds there: said with yes or no, or not said. */
export function AccessFields(props: GatheringFormPageProps) {
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
