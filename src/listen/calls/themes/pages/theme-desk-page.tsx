import { directionOf } from '#core/i18n/languages.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { choiceMessages } from '../choice-messages.ts'
import { m } from '../messages.ts'
import { teamMessages } from '../team-messages.ts'
import { PendingChoice } from './choice-page.tsx'
import { MoveForm } from './move-answers-form.tsx'
import { MergeForm, NameForm, OtherSteps, type ThemeDeskProps } from './theme-desk-forms.tsx'
import { languageOfName, nameOf } from './theme-words.tsx'

/** Everything the team can do about one theme, on one page, by keyboard, without a script. */
export function ThemeDeskPage(props: ThemeDeskProps) {
  const { t, theme, problems, isDone, pending, isClerk } = props
  const language = languageOfName(theme)
  return (
    <>
      <Head
        title={nameOf(t, theme)}
        lang={language}
        dir={language ? directionOf(language) : undefined}
        lead={t(teamMessages.teamLead)}
        facts={[t(m.themeNumber, { number: theme.number }), t(m.countOfAnswers, { count: theme.size })]}
        actions={
          isClerk ? (
            <Button kind="second" href={`/themes/${theme.number}/choice`}>
              {t(choiceMessages.chooseTitle)}
            </Button>
          ) : undefined
        }
      />
      {problems.length > 0 && <ErrorSummary title={t(teamMessages.problems)} problems={[...problems]} />}
      {isDone && problems.length === 0 && (
        <Notice kind="good" announced>
          {t(teamMessages.done)}
        </Notice>
      )}
      {pending && isClerk && (
        <PendingChoice
          t={t}
          pending={pending}
          action={`/themes/${theme.number}/choice/withdrawal`}
          once={props.once}
        />
      )}
      <NameForm {...props} />
      <MoveForm {...props} />
      <MergeForm {...props} />
      <OtherSteps {...props} />
    </>
  )
}
