import type { Scene } from './scene.ts'

const page = (path: string, as?: string): Scene => ({
  name: `my-data${path.replaceAll('/', '-')}${as ? `-${as}` : ''}`,
  as,
  path: () => `/my-data${path}`,
})

/** My data, for whoever has no account, a member, and whoever answers. */
export const MY_DATA: readonly Scene[] = [
  page(''),
  page('/code'),
  page('/erased'),
  ...['', '/held', '/looks', '/copy', '/correction', '/erasure', '/objections/new'].map((path) =>
    page(path, 'nasreen'),
  ),
  page('', 'noor'),
  page('/desk', 'ada'),
  page('/posted-codes/new', 'ada'),
]
