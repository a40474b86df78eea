import type { Scene } from './scene.ts'

const page = (name: string, as: Scene['as'], search = ''): Scene => ({
  name: `handed-in-${name}`,
  as,
  path: () => `/handed-in${search}`,
})

/** What somebody handed in: a busy person, one who is asked something, and one with nothing yet. */
export const HANDED_IN: readonly Scene[] = [
  page('all', 'nasreen'),
  page('waiting', ({ toJudge }) => toJudge.handle, '?state=waiting'),
  page('closed', ({ toJudge }) => toJudge.handle, '?state=closed'),
  page('nothing', 'ada'),
]
