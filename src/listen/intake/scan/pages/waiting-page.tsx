import type { Translate } from '#core/i18n/translate.ts'
import { Head } from '#ui/head/head.tsx'
import type { Call } from '../../../calls/index.ts'
import { m } from '../messages.ts'
import { CallLink } from './slip-page.tsx'

interface Props {
  t: Translate
  call: Call
  waiting: readonly { number: number; broughtAt: Date }[]
}

export function WaitingPage({ t, call, waiting }: Props) {
  return (
    <>
      <Head title={t(m.waitingTitle)} facts={[<CallLink call={call} />]} />
      {waiting.length === 0 && <p>{t(m.waitingNone)}</p>}
      <ul>
        {waiting.map(({ number, broughtAt }) => (
          <li>
            <a href={`/intake/waiting/${number}`}>
              {t(m.waiting, { number: t.number(number), day: t.day(broughtAt) })}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
