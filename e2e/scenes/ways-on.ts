import { OUTAGE } from '../open-demo.ts'
import { at, type Scene } from './scene.ts'

/** What stands around: the demonstration, the API, and what a reader sees when something did not work. */
export const WAYS_ON: readonly Scene[] = [
  { name: 'demo', path: at('/demo') },
  { name: 'demo-mail', path: at('/demo/mail') },
  { name: 'api', path: at('/api') },
  { name: 'problem', path: at('/problems/submission.invalid') },
  { name: 'busy', path: at(OUTAGE), status: 503 },
  { name: 'not-found', path: at('/no/such/page'), status: 404 },
  { name: 'no-such-submission', path: at('/submissions/999999'), status: 404 },
  { name: 'not-yours', as: 'nasreen', path: at('/bodies/housing/desk'), status: 403 },
]
