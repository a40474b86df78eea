import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { Table } from '#ui/table/table.tsx'
import type { FollowedStory } from '../allowed.ts'
import type { Held, HeldRow } from '../held-of.ts'
import type { Look } from '../looks-of.ts'
import { m } from '../messages.ts'
import type { Objection } from '../objections.ts'
import type { Whose } from '../whose.ts'
import { saidOf } from './held-rows.tsx'
import { Looks } from './looks-page.tsx'
import { Objections } from './objections-part.tsx'
import { WhatYouAllow } from './what-you-allow.tsx'

export interface MyDataPageProps {
  t: Translate
  now: Date
  whose: Whose
  held: readonly Held[]
  /** How many tables were asked. */
  places: number
  looks: readonly Look[]
  lookCount: number
  objections: readonly Objection[]
  followed: readonly FollowedStory[]
  officers: readonly string[]
  /** What was just done. */
  done: string | null
}

/** Everything on one page: what is held, who looked, what one allows, what one asked, and the ways to end it. */
export function MyDataPage(props: MyDataPageProps) {
  const { t, whose, looks, lookCount, done } = props
  return (
    <>
      {done !== null && <DoneNotice t={t} done={done} />}
      <Heading {...props} />
      <WhatWeHold {...props} />
      {whose.person && (
        <Section heading={t(m.looks)} note={t(m.looksNote)}>
          {looks.length === 0 ? <p>{t(m.looksNone)}</p> : <Looks t={t} looks={looks} />}
          {lookCount > looks.length && (
            <p>
              <a href="/my-data/looks">{t(m.looksAll, { count: lookCount })}</a>
            </p>
          )}
        </Section>
      )}
      <WhatYouAllow t={t} followed={props.followed} />
      {whose.person && (
        <Section heading={t(m.signedIn)}>
          <p>
            <a href="/account">{t(m.signIns)}</a>
          </p>
        </Section>
      )}
      <Objections {...props} />
      <Section heading={t(m.erase)} id="erase">
        <p>{t(m.eraseLead)}</p>
        <p>
          <Button kind="grave" icon="erase" href="/my-data/erasure">
            {t(m.erase)}
          </Button>
        </p>
      </Section>
    </>
  )
}

const DONE = {
  corrected: m.corrected,
  objected: m.objectSent,
  asked: m.addressAsked,
  confirmed: m.addressConfirmed,
}

function DoneNotice({ t, done }: { t: Translate; done: string }) {
  if (!Object.hasOwn(DONE, done)) return null
  return (
    <Notice kind="good" announced>
      <p>{t(DONE[done as keyof typeof DONE])}</p>
    </Notice>
  )
}

function Heading({ t, whose: { person, visit } }: MyDataPageProps) {
  const lead = person
    ? t(m.leadPerson, { name: person.name })
    : t(m.leadAddress, { address: visit?.address ?? '' })
  return (
    <Head
      title={t(m.title)}
      lead={lead}
      actions={
        <>
          <Button icon="save" href="/my-data/copy">
            {t(m.takeCopy)}
          </Button>
          {person && (
            <Button kind="second" icon="pen" href="/my-data/correction">
              {t(m.correct)}
            </Button>
          )}
          <Button kind="second" icon="speech" href="/my-data/objections/new">
            {t(m.object)}
          </Button>
        </>
      }
    >
      {visit && (
        <Form action="/my-data/visits/end">
          <p class="line">
            <span>{t(m.visitEnds, { moment: t.moment(visit.expiresAt) })}</span>
            <Button kind="second" size="small">
              {t(m.endVisit)}
            </Button>
            <a href="/my-data/objections/new">{t(m.askToCorrect)}</a>
            <a href="/sign-in?to=/my-data">{t(m.alsoAnAccount)}</a>
          </p>
        </Form>
      )}
    </Head>
  )
}

const LONGEST = 90

/** What it says now, where that is one short line; otherwise how many lines there are. */
function Now({ t, rows }: { t: Translate; rows: readonly HeldRow[] }) {
  const [only] = rows
  const said = rows.length === 1 && only ? saidIn(t, only) : ''
  if (said === '' || said.length > LONGEST) return <span>{t(m.lines, { count: rows.length })}</span>
  return <span dir="auto">{said}</span>
}

function saidIn(t: Translate, row: HeldRow): string {
  const values = Object.values(row).filter(
    (value) => value !== null && value !== '' && !Buffer.isBuffer(value),
  )
  return values.map((value) => saidOf(t, value)).join(' · ')
}

function WhatWeHold({ t, held, places }: MyDataPageProps) {
  const columns = [m.what, m.now, m.why, m.until].map((heading) => ({ heading: t(heading) }))
  return (
    <Section heading={t(m.held)} note={t(m.heldNote)}>
      {held.length === 0 ? (
        <p>{t(m.heldNothing)}</p>
      ) : (
        <Table
          caption={t(m.held)}
          hideCaption
          folds
          columns={columns}
          rows={held.map(({ data, rows }) => ({
            cells: [t(data.about), <Now t={t} rows={rows} />, t(data.why), t(data.until)],
          }))}
        />
      )}
      {held.length > 0 && (
        <p>
          <a href="/my-data/held">{t(m.readIt)}</a>
        </p>
      )}
      <Notice icon="lock">
        <p>{t(m.lookedIn, { places })}</p>
      </Notice>
    </Section>
  )
}
