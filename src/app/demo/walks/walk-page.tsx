import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { m } from './messages.ts'
import type { Found, Walk } from './walk.ts'

export interface WalkPageProps {
  t: Translate
  walk: Walk
  steps: readonly { say: string; found: Found | null }[]
  companion: { handle: string; name: string } | null
  /** The reader is who the walk is for. */
  isThere: boolean
}

export function WalkPage({ t, walk, steps, companion, isThere }: WalkPageProps) {
  return (
    <>
      <Head title={t(walk.title)} lead={t(walk.lead)} />
      {!isThere && <WayIn t={t} slug={walk.slug} companion={companion} />}
      <RuledList ordered>
        {steps.map(({ say, found }) => (
          <li class="item">
            <div class="item-words">
              <p>{say}</p>
              {found ? <Way found={found} /> : <p class="quiet">{t(m.notThere)}</p>}
            </div>
          </li>
        ))}
      </RuledList>
    </>
  )
}

function Way({ found: { href, label, lang, copy } }: { found: Found }) {
  const isPath = label.startsWith('/')
  return (
    <>
      {copy && (
        <p>
          <code dir="ltr">{copy}</code>
        </p>
      )}
      <p>
        <a href={href} lang={lang} dir={isPath ? 'ltr' : directionOf(lang ?? 'en')}>
          {label}
        </a>
      </p>
    </>
  )
}

function WayIn({
  t,
  slug,
  companion,
}: {
  t: Translate
  slug: string
  companion: WalkPageProps['companion']
}) {
  const to = `/demo/walks/${slug}`
  if (!companion)
    return (
      <Notice>
        <p>{t(m.walkAsNobody)}</p>
        <Form action="/sign-out">
          <Button kind="second" size="small">
            {t(m.signOut)}
          </Button>
        </Form>
      </Notice>
    )
  const { handle, name } = companion
  return (
    <Notice>
      <p>{t(m.walkAs, { name })}</p>
      <Form action="/demo/sign-in" hidden={{ person: handle, to }}>
        <Button size="small">{t(m.be, { name })}</Button>
      </Form>
    </Notice>
  )
}
