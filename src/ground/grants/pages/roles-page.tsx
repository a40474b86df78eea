import type { Translate } from '#core/i18n/translate.ts'
import { noonOf } from '#core/time/days.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { TextField } from '#ui/field/fields.tsx'
import { Form } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Table } from '#ui/table/table.tsx'
import type { HeldGrant } from '../held-grants.ts'
import { m } from '../messages.ts'
import { roleWords } from './role-words.ts'

export interface RolesPageProps {
  t: Translate
  held: readonly HeldGrant[]
  mayGive: boolean
  mayEnd(grant: HeldGrant): boolean
}

/** Who holds which role, where, what for and until when; administrators end one from here. */
export function RolesPage({ t, held, mayGive, mayEnd }: RolesPageProps) {
  return (
    <>
      <Head
        title={t(m.title)}
        lead={t(m.lead)}
        actions={mayGive ? <Button href="/roles/new">{t(m.give)}</Button> : undefined}
      />
      {held.length === 0 && <Empty title={t(m.none)} />}
      {held.length > 0 && (
        <Table
          caption={t(m.title)}
          hideCaption
          folds
          columns={[
            ...[m.person, m.role, m.place, m.purpose, m.until].map((heading) => ({ heading: t(heading) })),
            ...(mayGive ? [{ heading: t(m.end), hideHeading: true }] : []),
          ]}
          rows={held.map((grant) => ({
            cells: [
              grant.personName,
              roleWords(t, grant.role),
              placeOf(t, grant),
              <bdi>{grant.purpose}</bdi>,
              t.day(noonOf(grant.toOn)),
              ...(mayGive ? [mayEnd(grant) ? <EndForm t={t} id={grant.id} /> : ''] : []),
            ],
          }))}
        />
      )}
    </>
  )
}

function placeOf(t: Translate, { bodyName, unitName, isDownTheTree }: HeldGrant): string {
  if (bodyName !== null) return bodyName
  return isDownTheTree ? t(m.andBelow, { place: unitName }) : unitName
}

function EndForm({ t, id }: { t: Translate; id: string }) {
  return (
    <details>
      <summary>{t(m.end)}</summary>
      <Form action={`/roles/${id}/end`}>
        <TextField name="reason" id={`reason-${id}`} label={t(m.endReason)} />
        <p>
          <Button kind="second" size="small">
            {t(m.end)}
          </Button>
        </p>
      </Form>
    </details>
  )
}
