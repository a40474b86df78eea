import { DateField, SelectField, TextField } from '#ui/field/fields.tsx'
import { formMessages as f } from '../form-messages.ts'
import { RHYTHMS } from '../occurrences.ts'
import { RHYTHM_WORDS } from '../rhythm-words.ts'
import { type GatheringFormPageProps, kept } from './kept-field.ts'

const HOME_ZONE = 'Europe/London'

/** When it takes place and how it comes again, and the call it belongs to. */
export function When(props: GatheringFormPageProps) {
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
