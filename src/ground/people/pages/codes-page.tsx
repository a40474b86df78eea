import type { Translate } from '#core/i18n/translate.ts'
import { Head } from '#ui/head/head.tsx'
import { Stack } from '#ui/layout/layout.tsx'
import { m } from '../messages.ts'

/** Recovery codes, shown this once. */
export function CodesPage({ t, codes }: { t: Translate; codes: readonly string[] }) {
  return (
    <>
      <Head title={t(m.codesTitle)} lead={t(m.codesLead)} />
      <Stack>
        <ol dir="ltr">
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <p>
          <a href="/account">{t(m.accountTitle)}</a>
        </p>
      </Stack>
    </>
  )
}
