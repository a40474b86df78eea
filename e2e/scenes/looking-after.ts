import { press } from './press.ts'
import { at, type Scene, SEND } from './scene.ts'

/** What administrators keep: promises of bodies, who holds which role. */
export const LOOKING_AFTER: readonly Scene[] = [
  { name: 'promise', as: 'ada', path: at('/bodies/housing/promise') },
  { name: 'role-new', as: 'ada', path: at('/roles/new') },
  { name: 'role-again', as: 'ada', path: at('/roles/new'), status: 422, act: (page) => press(page, SEND) },
  { name: 'roles-administrator', as: 'ada', path: at('/roles') },
]
