import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { NoticeInForce } from '#ground/notices/notice-in-force.ts'
import { NoticeLine } from '#ground/notices/pages/notice-line.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Call } from '../../../calls/index.ts'
import { m as help } from '../../help/messages.ts'
import { ownName } from '../../help/pages/languages-asked.tsx'
import { CircumstanceFields, type Typing } from '../../help/pages/question-fields.tsx'
import { m } from '../messages.ts'
import { SheetTable } from './sheet-table.tsx'

export interface SheetProps extends Typing {
  /** The same call in the other languages it is known in. */
  inOthers: readonly Call[]
  /** The language that rows are most likely in. */
  likely: string
  /** That of the call. */
  notice: NoticeInForce | null
  problems: readonly FieldProblem[]
  sheet: string
  gathering: string
  /** Numbers of the rows to type in. */
  rows: readonly number[]
  /** Rows that have arrived: of this sending, or when nothing was sent all of the sheet. */
  done: readonly { row: number; number: number; key: string; alike?: number | null }[]
  isEarlier: boolean
}

/** The bulk entry screen: ten rows as a form; with a script it grows and works without a signal. */
export function SheetPage(props: SheetProps) {
  const { t, call, inOthers, notice, sheet, gathering, problems } = props
  const action = `/calls/${call.number}/sheet`
  return (
    <>
      <Head title={t(m.title)} lead={t(m.lead)} facts={[<a href={`${action}.pdf`}>{t(m.paper)}</a>]} />
      {problems.length > 0 && (
        <ErrorSummary title={t(help.problems)} problems={[...problems]}>
          {t(help.problemsKept)}
        </ErrorSummary>
      )}
      <Done {...props} />
      <form
        class="form"
        action={action}
        method="post"
        noValidate
        data-sheet={call.number}
        data-kept={t(m.kept)}
        data-offline={t(m.offline)}
        data-receipt="✓"
      >
        <input type="hidden" name="sheet" value={sheet} />
        <input type="hidden" name="gathering" value={gathering} />
        <Section heading={t(m.once)}>
          {notice && <NoticeLine t={t} notice={notice} />}
          <CircumstanceFields {...props} />
        </Section>
        <Section heading={t(m.rows)}>
          <Codes {...props} summary={t(m.codes)} isOpen />
          {inOthers.map((other) => (
            <Codes {...props} call={other} summary={ownName(other.language)} />
          ))}
          <SheetTable {...props} />
          <p role="status" data-sheet-words />
          <FormActions>
            <Button>{t(m.send)}</Button>
            <Button kind="second" formAction={`${action}/receipts`}>
              {t(m.print)}
            </Button>
          </FormActions>
        </Section>
        <div data-with-script hidden>
          <Section heading={t(m.device)}>
            <p>{t(m.deviceLead)}</p>
            <p>
              <button type="button" class="button second small" data-sheet-forget>
                {t(m.forget)}
              </button>
            </p>
          </Section>
        </div>
      </form>
    </>
  )
}

function Done({ t, done, isEarlier }: SheetProps) {
  if (done.length === 0) return null
  return (
    <Notice kind="good" announced={!isEarlier}>
      <p>{t(isEarlier ? m.takenBefore : m.taken)}</p>
      <ul>
        {done.map(({ row, number, key, alike }) => (
          <li>
            {t(m.takenRow, { row, number: String(number) })} <bdi dir="ltr">{key}</bdi>
            {alike && <p>{t(m.alike, { number: alike })}</p>}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What is asked and what is typed for it: open in one language, folded in the others. */
function Codes({ t, call, summary, isOpen = false }: SheetProps & { summary: string; isOpen?: boolean }) {
  return (
    <details open={isOpen}>
      <summary lang={isOpen ? undefined : call.language}>{summary}</summary>
      <ol>
        {call.questions
          .filter(({ kind }) => kind !== 'place')
          .map(({ place, kind, wording, options, mostChoices }) => (
            <li value={place}>
              <span lang={call.language} dir={directionOf(call.language)}>
                {wording}
              </span>{' '}
              <span class="quiet">
                {kind === 'open' && t(m.openCode)}
                {kind === 'choice' && t(m.choiceCode, { most: mostChoices })}
                {kind === 'statements' && t(m.letters)}
              </span>
              {options.length > 0 && (
                <ol>
                  {options.map((option) => (
                    <li value={option.place}>
                      <bdi lang={call.language}>{option.wording}</bdi>
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
      </ol>
    </details>
  )
}
