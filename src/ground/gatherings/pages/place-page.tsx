import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { type Fact, Facts } from '#ui/facts/facts.tsx'
import { TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import type { Gathering } from '../find-gathering.ts'
import type { Registration } from '../find-registration.ts'
import { whenWords } from '../local-time.ts'
import { m } from '../messages.ts'
import { needWords } from '../need-words.ts'
import { registrationMessages as r } from '../registration-messages.ts'

export interface PlacePageProps {
  t: Translate
  place: { gathering: Gathering; registration: Registration; key: string | null }
  /** Where giving it up is sent. */
  action: string
}

/** One's own place: whether one has it, the link, the key, and the way out. */
export function PlacePage({ t, place, action }: PlacePageProps) {
  const { gathering, registration, key } = place
  const hasPlace = registration.placeSince !== null
  return (
    <>
      <Head title={titleOf(t, gathering)} facts={[whenWords(t, gathering)]} />
      <Notice kind={hasPlace ? 'good' : 'soon'}>
        <p>{t(hasPlace ? r.hasPlace : r.isWaiting)}</p>
      </Notice>
      {key && (
        <Notice icon="key">
          <p>{t.around(r.key, { key: <code dir="ltr">{key}</code> })}</p>
          <p>{t(r.keyNote)}</p>
        </Notice>
      )}
      <Facts lines facts={factsOf(t, place)} />
      <Form action={action} hidden={key ? { key } : {}}>
        <FormActions>
          <Button kind="second">{t(r.cancel)}</Button>
          <a href={`/gatherings/${gathering.number}`}>
            <InLanguage lang={gathering.language}>{gathering.title}</InLanguage>
          </a>
        </FormActions>
      </Form>
    </>
  )
}

const titleOf = (t: Translate, { title, language }: Gathering) =>
  t.around(r.yourPlace, { title: <InLanguage lang={language}>{title}</InLanguage> })

function factsOf(t: Translate, { gathering, registration }: PlacePageProps['place']): Fact[] {
  const { address, onlineUrl } = gathering
  const needs = [...registration.needsNamed.map((need) => needWords(t, need)), registration.needs]
  const link = registration.placeSince === null ? null : onlineUrl
  return [
    ...(address ? [{ label: t(m.where), value: <span dir="auto">{address}</span>, plain: true }] : []),
    ...(link
      ? [
          {
            label: t(r.onlineLink),
            value: (
              <a href={link} dir="ltr">
                {link}
              </a>
            ),
            plain: true,
          },
        ]
      : []),
    { label: t(r.needsLegend), value: needs.filter(Boolean).join('; ') || '–', plain: true },
  ]
}

interface OpenPlacePageProps {
  t: Translate
  gathering: Gathering
  error?: string
}

/** Who has no account opens their place with the key. */
export function OpenPlacePage({ t, gathering, error }: OpenPlacePageProps) {
  return (
    <>
      <Head title={titleOf(t, gathering)} />
      <Form action={`/gatherings/${gathering.number}/place`}>
        <TextField name="key" label={t(r.keyLabel)} error={error} dir="ltr" autocomplete="off" />
        <FormActions>
          <Button>{t(r.open)}</Button>
        </FormActions>
      </Form>
    </>
  )
}
