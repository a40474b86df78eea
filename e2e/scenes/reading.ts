import { at, type Scene } from './scene.ts'

/** Front page, lists, stories, bodies, units, the record: what everybody reads. */
export const READING: readonly Scene[] = [
  { name: 'home', path: at('/') },
  { name: 'submissions', path: at('/submissions') },
  { name: 'submissions-nothing-found', path: at('/submissions?q=zzzzzz') },
  { name: 'story-overdue', path: ({ overdue }) => `/submissions/${overdue}` },
  { name: 'story-answered', path: ({ answered }) => `/submissions/${answered}` },
  { name: 'story-refused', path: ({ refused }) => `/submissions/${refused}` },
  { name: 'story-merged', path: ({ merged }) => `/submissions/${merged}` },
  { name: 'story-reviewed', path: ({ reviewed }) => `/submissions/${reviewed}` },
  { name: 'story-held', path: ({ held }) => `/submissions/${held}` },
  { name: 'story-in-urdu', path: ({ inUrdu }) => `/submissions/${inUrdu}` },
  { name: 'bodies', path: at('/bodies') },
  { name: 'body', path: at('/bodies/housing') },
  { name: 'body-late', path: at('/bodies/transport') },
  { name: 'overdue', path: at('/overdue') },
  { name: 'units', path: at('/units') },
  { name: 'unit', path: ({ unit }) => `/units/${unit}` },
  { name: 'roles', path: at('/roles') },
  { name: 'record', path: at('/record') },
]
