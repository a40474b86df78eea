import type { Route } from '#core/http/route.ts'
import type { Translate } from '#core/i18n/translate.ts'
import type { Slice } from '#core/slice/define-slice.ts'
import { NoticeLine } from '#ground/notices/pages/notice-line.tsx'
import type { StandingLines } from '#ground/notices/standing-lines.ts'
import { toFragment } from '#ui/page/render-page.ts'

/** Which standing form an address belongs to, when it is posted to; null where nothing is taken, or a call has its own notice. */
export type Collecting = (action: string) => string | null

/** By what the routes say they collect. */
export function collectingOf(slices: readonly Slice[]): Collecting {
  const places = slices.flatMap(({ collects, routes = [] }) =>
    routes
      .filter(({ method }) => method === 'POST')
      .map((route) => ({
        pattern: patternOf(route),
        form: route.collects === undefined ? collects : route.collects,
        holes: route.path.split(':').length,
      })),
  )
  // `/submissions/drafts` before `/submissions/:number`.
  const exactFirst = places.toSorted((one, other) => one.holes - other.holes)
  return (action) => {
    const [address = ''] = action.split(/[?#]/)
    const form = exactFirst.find(({ pattern }) => pattern.test(address))?.form ?? null
    return form === 'call' ? null : form
  }
}

const patternOf = ({ path }: Route) =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/:[a-z]+/g, '[^/]+')}$`)

interface Noticing {
  collecting: Collecting
  lines: StandingLines
  t: Translate
  language: string
}

const FORM = /<form\b[^>]*>/g
const BOX = /<(?:textarea|select|input(?![^>]*type="hidden"))\b/

/**
 * Puts at every form that takes something in the one line of its notice, once a notice: before the first box, or where there is
 * only a button, before that. Done to the finished page, so that no page can forget it; one that says it itself is left as it is.
 */
export function withNotices(html: string, { collecting, lines, t, language }: Noticing): string {
  const places = new Map<string, { at: number; hasBox: boolean }>()
  for (const { 0: tag, index } of html.matchAll(FORM)) {
    const form = formOf(tag, collecting)
    const known = form === null ? undefined : places.get(form)
    if (form === null || known?.hasBox) continue
    const at = index + tag.length
    const hasBox = BOX.test(html.slice(at, html.indexOf('</form>', at)))
    if (!known || hasBox) places.set(form, { at, hasBox })
  }
  let whole = html
  for (const [form, { at }] of [...places].toSorted(([, one], [, other]) => other.at - one.at)) {
    const notice = lines.lineOf(form, language)
    if (!notice || html.includes(`"/notices/${notice.slug}`)) continue
    whole = `${whole.slice(0, at)}${toFragment(<NoticeLine t={t} notice={notice} />)}${whole.slice(at)}`
  }
  return whole
}

function formOf(tag: string, collecting: Collecting): string | null {
  if (!/\bmethod="post"/i.test(tag)) return null
  const action = /\baction="([^"]*)"/.exec(tag)?.[1]
  return action === undefined ? null : collecting(action.replaceAll('&amp;', '&'))
}
