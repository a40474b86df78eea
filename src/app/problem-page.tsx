import { ROLE_RESTS, SESSION_ENDED } from '#core/http/admission.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { KeptFormPage } from '#ground/people/pages/kept-form-page.tsx'
import { sessionMessages } from '#ground/people/session-messages.ts'
import { passkeyPage } from '#ground/people/show-passkey.ts'
import { Head } from '#ui/head/head.tsx'
import { m } from './messages.ts'

const TITLES: Readonly<Record<number, typeof m.problemTitle>> = {
  403: m.notYoursTitle,
  404: m.notFoundTitle,
  429: m.slowlyTitle,
  503: m.busyTitle,
}

/** What a reader sees when something did not work: the sentence, and a way on. */
export function problemPage(x: Exchange, problem: { status: number; id: string; title: string }): string {
  if (problem.id === SESSION_ENDED) return keptFormPage(x)
  if (problem.id === ROLE_RESTS) return passkeyPage(x, { to: x.url })
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

function keptFormPage(x: Exchange): string {
  const { t, url: action, form, files, house } = x
  const props = { t, action, form, hadFiles: files.length > 0, signIn: house.isDemo ? '/demo' : '/sign-in' }
  return x.page({
    title: t(sessionMessages.endedTitle),
    isUnlisted: true,
    children: <KeptFormPage {...props} />,
  })
}
