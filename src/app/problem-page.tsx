import type { Exchange } from '#core/http/exchange.ts'
import { Head } from '#ui/head/head.tsx'
import { m } from './messages.ts'

/** What a reader sees when something did not work: the sentence, and a way on. */
export function problemPage(x: Exchange, problem: { status: number; title: string }): string {
  const title = x.t(problem.status === 404 ? m.notFoundTitle : m.problemTitle)
  return x.page({
    title,
    isUnlisted: true,
    children: (
      <Head title={title} lead={problem.title}>
        {problem.status !== 404 && <p>{x.t(m.problemGoBack)}</p>}
        <p>
          <a href="/">{x.t(m.problemHome)}</a>
        </p>
      </Head>
    ),
  })
}
