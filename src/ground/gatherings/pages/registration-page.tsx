import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import type { NoticeInForce } from '#ground/notices/notice-in-force.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { keptIn } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import type { Gathering } from '../find-gathering.ts'
import { NEEDS_NAMED } from '../input.ts'
import { whenWords } from '../local-time.ts'
import { m } from '../messages.ts'
import { needWords } from '../need-words.ts'
import { registrationMessages as r } from '../registration-messages.ts'

export interface RegistrationPageProps {
  t: Translate
  gathering: Gathering
  /** The notice it stands under, with everything it says. */
  notice: Pick<NoticeInForce, 'slug' | 'title' | 'language'> | null
  isFull: boolean
  hasAccount: boolean
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  once: string
}

/** The form to register: who reads it, and when it is deleted, stands before the first box. */
export function RegistrationPage(props: RegistrationPageProps) {
  const { t, gathering, notice, isFull, problems, once } = props
  return (
    <>
      <Head
        title={t.around(r.title, {
          title: <InLanguage lang={gathering.language}>{gathering.title}</InLanguage>,
        })}
        facts={[whenWords(t, gathering)]}
      />
      {problems.length > 0 && <ErrorSummary title={t(m.problems)} problems={problems} />}
      <Notice>
        <p>{t(r.notice)}</p>
        {notice && (
          <p>
            <a href={`/notices/${notice.slug}`} lang={notice.language}>
              {notice.title}
            </a>
          </p>
        )}
      </Notice>
      {isFull && (
        <Notice kind="soon">
          <p>{t(r.isFull)}</p>
        </Notice>
      )}
      <Form action={`/gatherings/${gathering.number}/registration`} hidden={{ once }}>
        {!props.hasAccount && <WhoComes {...props} />}
        <Needs {...props} />
        <FormActions>
          <Button>{t(isFull ? r.sendWaiting : r.send)}</Button>
          {!props.hasAccount && <a href={`/gatherings/${gathering.number}/place`}>{t(r.openWithKey)}</a>}
        </FormActions>
      </Form>
    </>
  )
}

function WhoComes({ t, typed, problems }: RegistrationPageProps) {
  const { field } = keptIn(typed, problems)
  return (
    <>
      <TextField {...field('name')} label={t(r.name)} autocomplete="name" dir="auto" />
      <TextField
        {...field('email')}
        label={t(r.email)}
        hint={t(r.emailHint)}
        type="email"
        autocomplete="email"
      />
    </>
  )
}

function Needs({ t, typed, problems }: RegistrationPageProps) {
  const chosen = [typed.need ?? []].flat().map(String)
  const { field } = keptIn(typed, problems)
  return (
    <>
      <ChoiceGroup
        name="need"
        legend={t(r.needsLegend)}
        hint={t(r.needsHint)}
        many
        chosen={chosen}
        choices={NEEDS_NAMED.map((need) => ({ value: need, label: needWords(t, need) }))}
      />
      <TextArea {...field('needs')} label={t(r.needs)} rows={3} />
    </>
  )
}
