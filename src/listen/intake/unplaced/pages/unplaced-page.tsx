import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { deskMessages } from '#ground/matters/desk-messages.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { Words } from '#ui/words/words.tsx'
import type { Call } from '../../../calls/index.ts'
import { m } from '../messages.ts'
import type { Unplaced } from '../unplaced-of.ts'

export interface UnplacedPageProps {
  t: Translate
  call: Call
  waiting: readonly Unplaced[]
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
}

/** Several stand on one page, each with a box of its own. */
export const letterField = (id: string) => `letter-${id}`

/** Each with its words and one question: what is written back? */
export function UnplacedPage(props: UnplacedPageProps) {
  const { t, waiting, problems } = props
  return (
    <>
      <Head title={t(m.title)} lead={t(m.lead)} />
      {problems.length > 0 && (
        <ErrorSummary
          title={t(deskMessages.notRightYet, { count: problems.length })}
          problems={[...problems]}
        />
      )}
      {waiting.length === 0 && <Empty title={t(m.none)} />}
      {waiting.map((one) => (
        <OneOf {...props} one={one} />
      ))}
    </>
  )
}

function OneOf({ t, call, one, typed, problems }: UnplacedPageProps & { one: Unplaced }) {
  const name = letterField(one.id)
  const { id, route, language, words, hasAddress, receivedAt } = one
  const moment = t.moment(receivedAt)
  return (
    <Section heading={t(route === 'text' ? m.byText : m.byMail, { moment })}>
      <Words format="plain" words={words} lang={language} dir={directionOf(language)} />
      <Form action={`/calls/${call.number}/unplaced`} hidden={{ id }}>
        {hasAddress ? (
          <TextArea
            name={name}
            label={t(m.letter)}
            hint={t(m.letterHint)}
            error={errorOf(problems, name)}
            value={textOf(typed[name])}
            rows={4}
            dir="auto"
          />
        ) : (
          <p>{t(m.noAddress)}</p>
        )}
        <p class="hint">{t(m.settleHint)}</p>
        <FormActions>
          <Button>{t(m.settle)}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
