import type { Trial } from './trial.ts'

/** Every trial, in the order of the report; each is loaded when it is run. */
export const trials: Readonly<Record<string, () => Promise<{ trial: Trial }>>> = {
  kills: () => import('./kills.ts'),
  'routes-in': () => import('./routes-in.ts'),
  fuzz: () => import('./fuzz/trial.ts'),
  flips: () => import('./flips.ts'),
  decisions: () => import('./decisions.ts'),
  clock: () => import('./clock.ts'),
  disk: () => import('./disk.ts'),
  restart: () => import('./restart.ts'),
  mail: () => import('./mail.ts'),
  answers: () => import('./answers.ts'),
  migrations: () => import('./migrations.ts'),
}
