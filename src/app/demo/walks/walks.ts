import { administrator, clerk, moderator } from './officer-walks.ts'
import { anyone, author, member } from './reader-walks.ts'
import { sceptic } from './sceptic-walk.ts'
import { themesTeam } from './themes-walk.ts'
import type { Walk } from './walk.ts'

/** In the order of the first page. */
export const walks: readonly Walk[] = [
  anyone,
  member,
  author,
  clerk,
  themesTeam,
  moderator,
  administrator,
  sceptic,
]
