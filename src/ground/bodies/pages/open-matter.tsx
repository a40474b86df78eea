import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { deskMessages } from '#ground/matters/desk-messages.ts'
import { kindNamed, pathTo } from '#ground/matters/kinds.ts'
import { DecisionForm } from '#ground/matters/pages/decision-form.tsx'
import { MatterWords } from '#ground/matters/pages/matter-words.tsx'
import type { Similar } from '#ground/matters/similar-matters.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { deskPageMessages as m } from '../desk-messages.ts'
import type { DeskPageProps } from './desk-page.tsx'

/** The matter that is open: its words, what reads like it, and the decision. */
export function OpenMatter(props: DeskPageProps) {
  const { t, now, body, open, others, once, similar } = props
  if (!open) return null
  const decidedAt = kindNamed(open.kind)?.decidedAt
  return (
    <div id="open" class="stack wide">
      <MatterWords t={t} now={now} matter={open} translated={props.translated} />
      <div class="line">
        {open.custody.consideredAt === null && !decidedAt && (
          <Form action={`${open.path}/consideration`} hidden={{ once }}>
            <Button kind="second" size="small">
              {t(m.begin)}
            </Button>
          </Form>
        )}
        {open.authorship !== 'named' && !decidedAt && (
          <a href={`${open.path}/letters`}>{t(m.writeToAuthor)}</a>
        )}
      </div>
      {similar.length > 0 && <SimilarOnes t={t} similar={similar} />}
      {decidedAt ? (
        <p>
          <a href={decidedAt(open.number)}>{t(m.onItsOwnPage)}</a>
        </p>
      ) : (
        <section class="stack" aria-labelledby="decision">
          <h3 id="decision">{t(deskMessages.decisionOf, { body: body.name })}</h3>
          <DecisionForm
            t={t}
            now={now}
            action={`${open.path}/decision`}
            once={once}
            body={body.name}
            others={others}
            typed={{}}
            problems={[]}
          />
        </section>
      )}
    </div>
  )
}

function SimilarOnes({ t, similar }: { t: Translate; similar: readonly Similar[] }) {
  return (
    <Notice kind="soon" icon="merged">
      <p>{t(m.similarOne, { count: similar.length })}</p>
      <ul>
        {similar.map((one) => (
          <li>
            <a href={pathTo(one)} lang={one.language} dir={directionOf(one.language)}>
              {one.title}
            </a>{' '}
            <span class="quiet small">{t.list([one.number, t(m.inBody, { body: one.bodyName })])}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
