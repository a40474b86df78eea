import type { Translate } from '#core/i18n/translate.ts'
import type { Asking } from '#ground/notices/askings-of.ts'
import { Button } from '#ui/button/button.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { answerMessages as m } from '../answer-messages.ts'
import { pathToAnswer } from '../call.ts'
import type { SeenAnswer } from '../find-answer.ts'

interface AuthorsPartProps {
  t: Translate
  answer: SeenAnswer
  key?: string | null
  once: string
  asking: Asking | null
}

/** What only its author sees and may do: agree again, withdraw, erase. */
export function AuthorsPart({ t, answer, key = null, once, asking }: AuthorsPartProps) {
  const path = pathToAnswer(answer.number)
  const hidden: Record<string, string> = key === null ? { once } : { once, key }
  return (
    <div id="yours">
      <Section heading={t(m.yourPart)} note={t(m.yourPartNote)}>
        {asking && <AskedAgain t={t} asking={asking} action={`${path}/agreement`} hidden={hidden} />}
        {answer.withdrawnAt === null && (
          <Form action={`${path}/withdrawal`} hidden={{ ...hidden, once: `${once}-withdraw` }}>
            <p>{t(m.withdrawHint)}</p>
            <FormActions>
              <Button kind="second">{t(m.withdraw)}</Button>
            </FormActions>
          </Form>
        )}
        <details>
          <summary>{t(m.eraseSummary)}</summary>
          <Form action={`${path}/erasure`} hidden={hidden}>
            <p>{t(m.eraseHint)}</p>
            <FormActions>
              <Button kind="grave">{t(m.erase)}</Button>
            </FormActions>
          </Form>
        </details>
      </Section>
    </div>
  )
}

interface AskedAgainProps {
  t: Translate
  asking: Asking
  action: string
  hidden: Record<string, string>
}

/** Silence is no: what was agreed to before goes on holding. */
function AskedAgain({ t, asking, action, hidden }: AskedAgainProps) {
  return (
    <Notice kind="soon">
      <h3>{t(m.askedAgain)}</h3>
      <p>{asking.changed === '' ? asking.summary : asking.changed}</p>
      <p>
        <a href={`/notices/${asking.slug}`}>{t(m.askedAgainWhole)}</a>
      </p>
      <p>{t(m.askedAgainSilence)}</p>
      <Form
        action={action}
        hidden={{ ...hidden, once: `${hidden.once}-agree`, version: String(asking.version) }}
      >
        <FormActions>
          <Button name="agrees" value="yes">
            {t(m.agreeYes)}
          </Button>
          <Button kind="second" name="agrees" value="no">
            {t(m.agreeNo)}
          </Button>
        </FormActions>
      </Form>
    </Notice>
  )
}
