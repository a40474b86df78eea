import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { SelectField, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { m } from '../messages.ts'

export interface NewTokenPageProps {
  t: Translate
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
  scopes: readonly (keyof typeof SCOPE_MESSAGES)[]
  days: readonly number[]
}

/** What each lets a program do, in words. */
const SCOPE_MESSAGES = {
  'submissions:write': m.scopeSubmissions,
  'answers:write': m.scopeAnswers,
  'decisions:write': m.scopeDecisions,
  'following:write': m.scopeFollowing,
  'translations:write': m.scopeTranslations,
  'calls:write': m.scopeCalls,
  'desk:read': m.scopeDesk,
  'desk:write': m.scopeDeskWrite,
  'handed-in:read': m.scopeHandedIn,
  'my-data:read': m.scopeMyDataRead,
  'my-data:write': m.scopeMyDataWrite,
} as const

export function NewTokenPage({ t, typed, problems, scopes, days }: NewTokenPageProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field.startsWith(field))?.message
  const chosen = [typed.scopes ?? []].flat().filter((scope) => typeof scope === 'string')
  return (
    <>
      <Head title={t(m.newToken)} lead={t(m.newTokenLead)} />
      {problems.length > 0 && <ErrorSummary title={t(m.problem)} problems={problems} />}
      <Form action="/account/tokens">
        <TextField
          name="name"
          label={t(m.tokenName)}
          hint={t(m.tokenNameHint)}
          error={errorOf('name')}
          value={typeof typed.name === 'string' ? typed.name : ''}
        />
        <ChoiceGroup
          name="scopes"
          many
          legend={t(m.tokenScopes)}
          error={errorOf('scopes')}
          chosen={chosen}
          choices={scopes.map((scope) => ({
            value: scope,
            label: <code dir="ltr">{scope}</code>,
            explanation: t(SCOPE_MESSAGES[scope]),
          }))}
        />
        <SelectField
          name="days"
          label={t(m.tokenEnds)}
          error={errorOf('days')}
          value={String(typed.days ?? '30')}
          options={days.map((count) => ({ value: String(count), label: t(m.inDays, { days: count }) }))}
        />
        <FormActions>
          <Button>{t(m.makeToken)}</Button>
        </FormActions>
      </Form>
    </>
  )
}

export function TokenMadePage({ t, token }: { t: Translate; token: string }) {
  return (
    <Head title={t(m.tokenMade)} lead={t(m.tokenMadeLead)}>
      <p>
        <code dir="ltr">{token}</code>
      </p>
      <p>
        <a href="/account">{t(m.accountTitle)}</a>
      </p>
    </Head>
  )
}
