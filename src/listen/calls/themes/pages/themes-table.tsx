import type { Translate } from '#core/i18n/translate.ts'
import { Bar } from '#ui/bar/bar.tsx'
import { Table, type TableRow } from '#ui/table/table.tsx'
import { m } from '../messages.ts'
import type { Theme } from '../themes-of.ts'
import { nameOf, OutcomeMark, ThemeLink } from './theme-words.tsx'
import type { QuestionThemes } from './themes-page.tsx'

/** Each broad theme with its parts under it, the largest first. */
export function ThemesTable({ t, question, themes, figures }: QuestionThemes & { t: Translate }) {
  const broad = themes.filter(({ parentId }) => !themes.some(({ id }) => id === parentId))
  const ordered = broad.flatMap((theme) => [theme, ...themes.filter(({ parentId }) => parentId === theme.id)])
  const rows = ordered.map((theme): TableRow => {
    const share = theme.size / Math.max(1, figures.readable)
    return {
      cells: [
        <ThemeCell t={t} theme={theme} parent={themes.find(({ id }) => id === theme.parentId)} />,
        t.number(theme.size),
        <span>
          {t.percent(share)} <Bar share={share} size="thin" />
        </span>,
        <OutcomeMark t={t} decision={theme.decision} />,
      ],
    }
  })
  return (
    <>
      <Table
        folds
        caption={t(m.titleOf, { question: question.wording })}
        hideCaption
        columns={[
          { heading: t(m.theme) },
          { heading: t(m.answers), numeric: true },
          { heading: t(m.share) },
          { heading: t(m.whatBecame) },
        ]}
        rows={rows}
      />
      <p class="small quiet">{t(m.sharesHint)}</p>
    </>
  )
}

function ThemeCell({ t, theme, parent }: { t: Translate; theme: Theme; parent?: Theme }) {
  return (
    <div class="stack tight">
      <p>
        <ThemeLink t={t} theme={theme} />
      </p>
      {parent && <p class="small quiet">{t(m.partOf, { theme: nameOf(t, parent) })}</p>}
      {theme.isSmall && <p class="small quiet">{t(m.small)}</p>}
      {theme.name !== null && theme.words.length > 0 && (
        <p class="small quiet">{t(m.wordsOf, { words: theme.words.join(', ') })}</p>
      )}
    </div>
  )
}
