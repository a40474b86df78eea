import type { Exchange } from '#core/http/exchange.ts'
import { Head } from '#ui/head/head.tsx'
import { m } from './messages.ts'

const TITLES: Readonly<Record<number, typeof m.problemTitle>> = {
  403: m.notYoursTitle,
  404: m.notFoundTitle,
  429: m.slowlyTitle,
  503: m.busyTitle,
}

/** What a reader sees when something did not work: the sentence, and a way on. */
export function problemPage(x: Exchange, problem: { status: number; title: string }): string {
  const title = x.t(TITLES[problem.status] ?? m.problemTitle)
  return x.page({
    title,
    isUnlisted: true,
    children: (
      <Head title={title} lead={problem.title}>
        {Object.keys(x.form).length > 0 && <p>{x.t(m.problemGoBack)}</p>}
        <p>
          <a href="/">{x.t(m.problemHome)}</a>
        </p>
      </Head>
    ),
  })
}
