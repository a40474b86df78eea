import type { Translate } from '#core/i18n/translate.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Held } from '../held-of.ts'
import { m } from '../messages.ts'
import { HeldRows } from './held-rows.tsx'

const MOST_ROWS = 50

/** Everything held, line by line, with why and until when. */
export function HeldPage({ t, held }: { t: Translate; held: readonly Held[] }) {
  return (
    <>
      <Head title={t(m.readItTitle)} lead={t(m.heldNote)} />
      {held.length === 0 && <Empty title={t(m.heldNothing)} />}
      {held.map(({ data, rows }) => (
        <Section heading={t(data.about)} note={t(data.why)}>
          <p class="line quiet">
            <span>{t(m.until)}</span>
            <span>{t(data.until)}</span>
          </p>
          <HeldRows t={t} rows={rows.slice(0, MOST_ROWS)} />
          {rows.length > MOST_ROWS && <p>{t(m.moreInCopy, { count: rows.length - MOST_ROWS })}</p>}
        </Section>
      ))}
    </>
  )
}
