import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { languageName } from '#core/i18n/written-languages.ts'
import { kindTitle } from '#ground/matters/kinds.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import { Table } from '#ui/table/table.tsx'
import { m } from '../messages.ts'
import type { Volunteer } from '../policy.ts'
import { fieldsNaming, nameOfText, pathToText } from '../published-text.ts'
import type { LanguageFigures, Queued, Reason } from '../queue.ts'

export interface QueuePageProps {
  t: Translate
  figures: readonly LanguageFigures[]
  volunteer: Volunteer | null
  offered: readonly string[]
  /** The language the queue is for. */
  to: string | null
  queue: readonly Queued[]
  /** Host of the machine that drafts; null without one. */
  machine: string | null
}

/** What there is to translate; for everybody to see, for volunteers to do. */
export function QueuePage(props: QueuePageProps) {
  const { t, volunteer, to, machine } = props
  return (
    <>
      <Head title={t(m.title)} lead={t(m.lead)}>
        {machine && <p>{t(m.leadMachine, { host: machine })}</p>}
      </Head>
      {!volunteer && (
        <Section heading={t(m.howToHelp)}>
          <p>{t(m.howToHelpText)}</p>
          <p>
            <a href="/roles">{t(m.whoHolds)}</a>
          </p>
        </Section>
      )}
      {volunteer && <YourLanguages {...props} volunteer={volunteer} />}
      <Figures {...props} />
      {to && <Queue {...props} to={to} />}
    </>
  )
}

function YourLanguages({ t, volunteer, offered }: QueuePageProps & { volunteer: Volunteer }) {
  return (
    <Section heading={t(m.yourLanguages)}>
      <Form action="/translations/languages">
        <ChoiceGroup
          name="languages"
          legend={t(m.yourLanguagesLegend)}
          hint={t(m.yourLanguagesHint)}
          many
          columns
          chosen={[...volunteer.languages]}
          choices={offered.map((tag) => ({
            value: tag,
            label: (
              <span lang={tag} dir={directionOf(tag)}>
                {languageName(tag, tag)}
              </span>
            ),
          }))}
        />
        <FormActions>
          <Button kind="second">{t(m.keepLanguages)}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function Figures({ t, figures }: QueuePageProps) {
  if (figures.length === 0) return null
  const heads = [m.wantedHead, m.waitingHead, m.reviewedHead, m.machineHead]
  return (
    <Section heading={t(m.figures)}>
      <Table
        caption={t(m.figures)}
        hideCaption
        folds
        columns={[
          { heading: t(m.languageHead) },
          ...heads.map((head) => ({ heading: t(head), numeric: true })),
        ]}
        rows={figures.map(({ language, wanted, waiting, reviewed, machine }) => ({
          cells: [
            <a href={`/translations?to=${language}`}>{languageName(language, t.language)}</a>,
            ...[wanted, waiting, reviewed, machine].map((count) => t.number(count)),
          ],
        }))}
      />
      <p class="small quiet">{t(m.figuresHow)}</p>
    </Section>
  )
}

const GROUPS: readonly (readonly [Reason, typeof m.groupReview])[] = [
  ['review', m.groupReview],
  ['suggestions', m.groupSuggestions],
  ['wanted', m.groupWanted],
  ['machine', m.groupMachine],
  ['calls', m.groupCalls],
  ['gatherings', m.groupGatherings],
  ['notices', m.groupNotices],
  ['themes', m.groupThemes],
  ['newest', m.groupNewest],
]

function Queue(props: QueuePageProps & { to: string }) {
  const { t, to, queue } = props
  return (
    <Section heading={t(m.queue, { language: languageName(to, t.language) })}>
      {queue.length === 0 && <Empty title={t(m.nothingToDo)}>{t(m.nothingToDoMore)}</Empty>}
      {GROUPS.map(([why, heading]) => {
        const found = queue.filter((one) => one.why === why)
        if (found.length === 0) return null
        return (
          <div class="stack tight">
            <h3>{t(heading)}</h3>
            <RuledList label={t(heading)}>
              {found.map((one) => (
                <QueuedText {...props} one={one} />
              ))}
            </RuledList>
          </div>
        )
      })}
    </Section>
  )
}

function QueuedText({ t, to, volunteer, one }: QueuePageProps & { to: string; one: Queued }) {
  const { why, kind, title, originalLanguage, bodyName, wishes, entryId } = one
  const name = kindTitle(kind)
  const mayWork = volunteer?.languages.includes(to) ?? false
  return (
    <Item
      kind={
        entryId === null
          ? t(m.wordsOf, { kind: name ? t(name) : kind, name: nameOfText(one) })
          : t(m.answerOf, { body: bodyName ?? '', name: nameOfText(one) })
      }
      title={{
        words: title ?? nameOfText(one),
        href: pathToText(one),
        lang: originalLanguage,
        dir: directionOf(originalLanguage),
      }}
      facts={[
        t(m.fromLanguage, { language: languageName(originalLanguage, t.language) }),
        why === 'wanted' && t(m.wishedTimes, { count: wishes }),
      ].filter((fact) => fact !== false)}
      action={mayWork && <Work t={t} to={to} one={one} />}
    />
  )
}

function Work({ t, to, one }: { t: Translate; to: string; one: Queued }) {
  if (one.id !== null)
    return <a href={`/translations/${one.id}`}>{t(one.why === 'review' ? m.read : m.goOn)}</a>
  const entry: Record<string, string> = one.entryId === null ? {} : { entry: one.entryId }
  return (
    <Form action="/translations" hidden={{ ...fieldsNaming(one), language: to, ...entry }}>
      <Button kind="second" size="small">
        {t(m.begin)}
      </Button>
    </Form>
  )
}
