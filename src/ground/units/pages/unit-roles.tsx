import type { Translate } from '#core/i18n/translate.ts'
import { roleWords } from '#ground/grants/pages/role-words.ts'
import { Section } from '#ui/section/section.tsx'
import { Table } from '#ui/table/table.tsx'
import { m } from '../messages.ts'
import type { RoleInUnit } from '../roles-in.ts'

/** Who holds which role in a unit today. */
export function UnitRoles({ t, roles }: { t: Translate; roles: readonly RoleInUnit[] }) {
  return (
    <Section heading={t(m.roles)} note={t(m.rolesNote)}>
      {roles.length === 0 && <p class="quiet">{t(m.noRoles)}</p>}
      {roles.length > 0 && (
        <Table
          folds
          hideCaption
          caption={t(m.roles)}
          columns={[m.who, m.role, m.purpose, m.until].map((heading) => ({ heading: t(heading) }))}
          rows={roles.map((held) => ({
            cells: [held.name, roleAndPlace(t, held), held.purpose, t.day(new Date(held.toOn))],
          }))}
        />
      )}
      <p>
        <a href="/roles">{t(m.allRoles)}</a>
      </p>
    </Section>
  )
}

function roleAndPlace(t: Translate, { role, bodyName, isDownTheTree }: RoleInUnit): string {
  const words = roleWords(t, role)
  if (bodyName !== null) return t(m.roleAt, { role: words, body: bodyName })
  return isDownTheTree ? t(m.roleBelow, { role: words }) : words
}
