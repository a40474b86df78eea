/** For the role matrix: who gets in where calls are kept and themes decided. Nasreen is in the theme team of the housing commission. */
const team = { housing: ['noor', 'nasreen'], 'millbrook-branch': ['idris'] } as const
const clerks = { housing: ['noor'], 'millbrook-branch': ['idris'] } as const

export const THEME_PLACES = {
  'GET /calls/:number/extension': clerks,
  'POST /calls/:number/extension': clerks,
  'GET /themes/:number/desk': team,
  'GET /themes/:number/quotations/new': team,
  'POST /themes/:number/name': team,
  'POST /themes/:number/moves': team,
  'POST /themes/:number/merger': team,
  'POST /themes/:number/independence': team,
  'POST /themes/:number/undoing': team,
  'POST /themes/:number/quotations': team,
  'POST /themes/:number/quotations/removal': team,
  'POST /calls/:number/themes/runs': team,
  'POST /calls/:number/themes/coding': team,
  'GET /calls/:number/themes/coding/:id': team,
  'POST /calls/:number/themes/coding/:id/codes': team,
  'POST /calls/:number/themes/coding/:id/closing': team,
  'GET /themes/:number/choice': clerks,
  'POST /themes/:number/choice': clerks,
  'POST /themes/:number/choice/withdrawal': clerks,
  'GET /answers/:number/choice': clerks,
  'POST /answers/:number/choice': clerks,
  'POST /answers/:number/choice/withdrawal': clerks,
} as const

/** Public numbers of a call, of a theme of it, and of an answer in that theme. */
export interface Themed {
  call: number
  theme: number
  answer: number
}

const OF_CALLS = ['/calls/:number/themes', '/calls/:number/extension']

/** The number that a route of themes, or of a call itself, is about; an empty form changes none of them. */
export function themedNumber({ path }: { path: string }, of: Themed | undefined): number | undefined {
  if (path.startsWith('/themes/')) return of?.theme
  if (path.startsWith('/answers/:number/choice')) return of?.answer
  return OF_CALLS.some((start) => path.startsWith(start)) ? of?.call : undefined
}
