import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Said } from '#ui/quote/quote.tsx'
import type { Call } from '../../call.ts'
import { m } from '../messages.ts'
import type { Span } from '../screen-words.ts'
import type { Screening } from '../screenings-of.ts'

export type ScreeningsPageProps = {
  t: Translate
  call: Call
  waiting: number
  screenings: readonly Screening[]
  saved: number | null
}

/** Each text with what was found in it marked, and four answers; nothing is chosen beforehand but "later". */
export function ScreeningsPage({ t, call, waiting, screenings, saved }: ScreeningsPageProps) {
  return (
    <>
      <Head title={t(m.screenTitle)} lead={t(m.screenLead, { count: waiting })} />
      {saved !== null && <Notice announced>{t(m.screenSaved, { count: saved })}</Notice>}
      {screenings.length > 0 && (
        <Form action={`/calls/${call.number}/screenings`}>
          {screenings.map((screening) => (
            <One t={t} screening={screening} />
          ))}
          <FormActions>
            <Button>{t(m.screenSave)}</Button>
          </FormActions>
        </Form>
      )}
    </>
  )
}

const KINDS = {
  phone: m.kindPhone,
  'e-mail': m.kindEmail,
  postcode: m.kindPostcode,
  address: m.kindAddress,
  web: m.kindWeb,
  name: m.kindName,
} as const

function One({ t, screening }: { t: Translate; screening: Screening }) {
  const { answerId, questionId, number, language, words, spans } = screening
  const kinds = t.list([...new Set(spans.map(({ kind }) => t(KINDS[kind])))]).join('')
  return (
    <div class="stack">
      <Said lang={language} dir={directionOf(language)}>
        <p>{marked(words, spans)}</p>
      </Said>
      <p class="small quiet">{t(m.screenFound, { kinds })}</p>
      <ChoiceGroup
        name={`${answerId}.${questionId}`}
        legend={t(m.screenQuestion, { number })}
        chosen=""
        choices={[
          { value: '', label: t(m.screenLater), explanation: t(m.screenLaterSays) },
          { value: 'mask', label: t(m.screenMask), explanation: t(m.screenMaskSays) },
          { value: 'publish', label: t(m.screenPublish), explanation: t(m.screenPublishSays) },
          { value: 'withhold', label: t(m.screenWithhold), explanation: t(m.screenWithholdSays) },
        ]}
      />
    </div>
  )
}

function marked(words: string, spans: readonly Span[]) {
  const parts = spans.map(({ from, to }, at) => [
    words.slice(spans[at - 1]?.to ?? 0, from),
    <mark>{words.slice(from, to)}</mark>,
  ])
  return [...parts.flat(), words.slice(spans.at(-1)?.to ?? 0)]
}
