import type { Translate } from '#core/i18n/translate.ts'
import { roleWords } from '#ground/grants/pages/role-words.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { Step, Thread } from '#ui/thread/thread.tsx'
import type { Look } from '../looks-of.ts'
import { m } from '../messages.ts'

export function LooksPage({ t, looks }: { t: Translate; looks: readonly Look[] }) {
  return (
    <>
      <Head title={t(m.looksTitle)} lead={t(m.looksNote)} />
      {looks.length === 0 ? (
        <Empty title={t(m.looksNone)} />
      ) : (
        <section>
          <h2 class="unseen">{t(m.looks)}</h2>
          <Looks t={t} looks={looks} />
        </section>
      )}
    </>
  )
}

/** Who looked, in which role and what for, the newest first. */
export function Looks({ t, looks }: { t: Translate; looks: readonly Look[] }) {
  return (
    <Thread label={t(m.looks)}>
      {looks.map(({ id, by, isOwn, role, purpose, at }) => (
        <Step
          icon={isOwn ? 'save' : 'seen'}
          title={isOwn ? t(m.you) : t(m.lookedAs, { name: by ?? t(m.someone), role: roleWords(t, role) })}
          facts={[<time dateTime={at.toISOString()}>{t.moment(at)}</time>]}
        >
          <p dir="auto">{purpose}</p>
          {!isOwn && (
            <p class="small">
              <a href={`/my-data/objections/new?look=${id}`}>{t(m.objectToLook)}</a>
            </p>
          )}
        </Step>
      ))}
    </Thread>
  )
}
