import type { Translate } from '#core/i18n/translate.ts'
import { Head } from '#ui/head/head.tsx'
import { Table } from '#ui/table/table.tsx'
import type { ReasonCounts } from '../counts.ts'
import { m, REASON_MESSAGES } from '../messages.ts'
import { APPEAL_DAYS, APPEAL_OPEN_DAYS, CASE_DAYS, REASONS } from '../reasons.ts'

/** The rule in a paragraph, and the counts by reason, those that never came up among them. */
export function ModerationPage({ t, counts }: { t: Translate; counts: readonly ReasonCounts[] }) {
  const headings = [m.openHead, m.overdueHead, m.letStandHead, m.removedHead, m.overturnedHead]
  return (
    <>
      <Head
        title={t(m.title)}
        lead={t(m.lead, { days: CASE_DAYS, appeal: APPEAL_DAYS, open: APPEAL_OPEN_DAYS })}
      />
      <Table
        caption={t(m.byReason)}
        folds
        columns={[
          { heading: t(m.reasonHead) },
          ...headings.map((heading) => ({ heading: t(heading), numeric: true })),
        ]}
        rows={(['stranger', 'flood', ...REASONS] as const).map((reason) => {
          const row = counts.find((one) => one.reason === reason)
          const figures = [row?.open, row?.overdue, row?.letStand, row?.removed, row?.overturned]
          return { cells: [t(REASON_MESSAGES[reason]), ...figures.map((count) => t.number(count ?? 0))] }
        })}
      />
    </>
  )
}
