import type { Slice } from '#core/slice/define-slice.ts'
import { m as openData } from '../open-data/messages.ts'
import { openDataPersonalData } from '../open-data/personal-data.ts'
import { openDataRoutes } from '../open-data/routes.ts'
import { screenAnswers } from '../open-data/screen-answers.ts'
import { offerOnCalls } from '../ways-in.ts'
import { m } from './messages.ts'
import { keepFigures, publishResults, renewResults } from './result-jobs.ts'
import { resultRoutes } from './routes.ts'

offerOnCalls({
  where: 'parts',
  label: m.result,
  href: ({ number, opensAt }, now) => (now >= opensAt ? `/calls/${number}/result` : null),
})
offerOnCalls({
  where: 'parts',
  label: m.data,
  href: ({ number, resultPublishedAt }) => (resultPublishedAt ? `/calls/${number}/data` : null),
})
offerOnCalls({
  where: 'work',
  label: m.screenings,
  href: ({ number, closesAt }, now) => (now >= closesAt ? `/calls/${number}/screenings` : null),
})

/** What results and open data hang by the door of the calls slice. */
export const resultPart = {
  tables: [
    'call_figures',
    'result_requests',
    'result_editions',
    'dataset_rows',
    'screenings',
    'withheld_data',
    'sample_requests',
  ],
  routes: [...resultRoutes, ...openDataRoutes],
  jobs: [
    { name: 'keep-call-figures', everySeconds: 20, run: keepFigures },
    { name: 'publish-results', everySeconds: 2, run: publishResults },
    { name: 'screen-answers', everySeconds: 60, run: screenAnswers },
    { name: 'renew-results', everySeconds: 60, run: renewResults },
  ],
  entryTypes: {
    'call.result-published': m.entryPublished,
    'theme.brought-in': m.entryThemeBrought,
    'call.sample-granted': openData.entrySampleGranted,
  },
  personalData: openDataPersonalData,
} satisfies Partial<Slice>
