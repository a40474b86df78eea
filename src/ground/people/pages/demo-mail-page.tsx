import type { Translate } from '#core/i18n/translate.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { m } from '../messages.ts'

interface Letter {
  id: string
  toAddress: string
  subject: string
  text: string
  madeAt: Date
}

/** What would have gone out by e-mail. */
export function DemoMailPage({ t, letters }: { t: Translate; letters: readonly Letter[] }) {
  return (
    <>
      <Head title={t(m.demoMail)} lead={t(m.demoMailLead)} />
      {letters.length === 0 && <Empty title={t(m.demoMailEmpty)} />}
      <RuledList>
        {letters.map(({ toAddress, subject, text, madeAt }) => (
          <Item
            level={2}
            title={{ words: <bdi>{subject}</bdi> }}
            facts={[t(m.letterTo, { address: toAddress, moment: t.moment(madeAt) })]}
          >
            {text.split('\n\n').map((paragraph) => (
              <p dir="auto">
                <LinkedWords text={paragraph} />
              </p>
            ))}
          </Item>
        ))}
      </RuledList>
    </>
  )
}

/** A letter is plain text; the addresses in it can be followed here as a mail program would let one. */
function LinkedWords({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/(https?:\/\/\S+)/)
        .map((part) => (/^https?:/.test(part) ? <a href={part}>{part}</a> : part))}
    </>
  )
}
