import type { Route } from '#core/http/route.ts'
import type { Translate } from '#core/i18n/translate.ts'
import type { House } from '#core/slice/house.ts'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { Lines } from '#ui/sideways/sideways.tsx'
import { Table } from '#ui/table/table.tsx'
import { m } from '../messages.ts'

/** The API for people: how to speak with it, and every address it has. */
export function ApiPage({
  t,
  house,
  described,
}: {
  t: Translate
  house: House
  described: readonly Route[]
}) {
  const rows = described.flatMap(({ method, path, api }) => (api ? [{ method, path, ...api }] : []))
  return (
    <>
      <Head title={t(m.apiTitle)} lead={t(m.apiLead)} />
      <Section heading={t(m.apiHow)}>
        <p>{t(m.apiSame)}</p>
        <p>{t(m.apiRetries)}</p>
        <p>{t(m.apiTokens)}</p>
        <Lines>{`curl -X POST ${house.baseUrl}/api/v1/submissions \\
  -H 'content-type: application/json' \\
  -H 'idempotency-key: 0d2f6a54-5f1c-4c8e-9b1a-6a3f1f0f2b77' \\
  -d '{"title": "…", "words": "…", "authorship": "named"}'`}</Lines>
        <p>
          <a href="/api/openapi.json">OpenAPI 3.1</a>
        </p>
      </Section>
      <Section heading={t(m.apiAddresses)}>
        <Table
          caption={t(m.apiAddresses)}
          hideCaption
          folds
          columns={[{ heading: t(m.apiAddress) }, { heading: t(m.apiWhat) }, { heading: t(m.apiScope) }]}
          rows={rows.map(({ method, path, summary, scope }) => ({
            cells: [
              <code dir="ltr">
                {method} /api/v1{path}
              </code>,
              <bdi>{summary}</bdi>,
              scope ? <code dir="ltr">{scope}</code> : '–',
            ],
          }))}
        />
      </Section>
    </>
  )
}

export function ProblemExplained({ title, words }: { title: string; words: string }) {
  return <Head title={title} lead={words} />
}
