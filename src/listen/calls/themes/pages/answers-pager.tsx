import type { Translate } from '#core/i18n/translate.ts'
import { Pager } from '#ui/pager/pager.tsx'
import { m } from '../messages.ts'
import { ANSWERS_A_PAGE } from '../theme-answers.ts'

/** The way on through the answers of a theme. */
export function AnswersPager({
  t,
  path,
  from,
  size,
}: {
  t: Translate
  path: string
  from: number
  size: number
}) {
  if (size <= ANSWERS_A_PAGE) return null
  const to = Math.min(size, from + ANSWERS_A_PAGE)
  const back = Math.max(0, from - ANSWERS_A_PAGE)
  return (
    <Pager
      label={t(m.pages)}
      here={t(m.answersHere, { from: Math.min(from + 1, size), to, all: size })}
      back={
        from > 0
          ? { href: `${path}${back > 0 ? `?from=${back}` : ''}#answers`, label: t(m.earlier) }
          : undefined
      }
      forward={to < size ? { href: `${path}?from=${to}#answers`, label: t(m.later) } : undefined}
    />
  )
}
