import { forgetOldKeys } from '#core/db/once.ts'
import type { Job } from '#core/slice/define-slice.ts'

const AN_HOUR_SECONDS = 3_600

/** Keys against doing twice go eight days after their use. */
export const forgetKeysJob: Job = {
  name: 'forget-old-keys',
  everySeconds: AN_HOUR_SECONDS,
  run: ({ db, clock }) => forgetOldKeys(db, clock.now()),
}
