import type { Job } from '#core/slice/define-slice.ts'
import { findTwins } from './find-twins.ts'

export const twinJobs: readonly Job[] = [{ name: 'find-twins', everySeconds: 60, run: findTwins }]
