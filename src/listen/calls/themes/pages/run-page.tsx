import type { Message, Plain } from '#core/i18n/messages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Head } from '#ui/head/head.tsx'
import { Live } from '#ui/live/live.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Progress } from '#ui/progress/progress.tsx'
import { runMessages as m } from '../run-messages.ts'
import type { Run } from '../runs-of.ts'

const STEPS: Readonly<Record<string, Message<Plain>>> = {
  waiting: m.stepWaiting,
  reading: m.stepReading,
  duplicates: m.stepDuplicates,
  vectors: m.stepVectors,
  groups: m.stepGroups,
  again: m.stepAgain,
  small: m.stepSmall,
  naming: m.stepNaming,
  coded: m.stepCoded,
  storing: m.stepStoring,
  done: m.stepDone,
}

const FAILURES: Readonly<Record<string, Message<Plain>>> = {
  'no-answers': m.failedNoAnswers,
  'cut-off': m.failedCutOff,
}

/** How far a computation is: a bar that moves where there is a script, and tells the same on loading again without. */
export function RunPage({ t, run }: { t: Translate; run: Run }) {
  return (
    <>
      <Head title={t(m.runTitle)} lead={run.endedAt ? undefined : t(m.reload)} />
      <Live topic={`theming:${run.id}`} changed={t(m.runChanged)}>
        <RunNow t={t} run={run} />
      </Live>
    </>
  )
}

export function RunNow({ t, run }: { t: Translate; run: Run }) {
  if (run.failed) return <Notice kind="late">{t(FAILURES[run.failed] ?? m.failedBroken)}</Notice>
  const words = t(STEPS[run.step] ?? m.stepWaiting)
  return (
    <div class="stack">
      <Progress id="themes-progress" words={words} done={run.done} of={Math.max(1, run.total)} />
      {run.figures && <p>{t(m.runDone, run.figures.kept)}</p>}
      {run.endedAt && (
        <p>
          <Button href={`/calls/${run.callNumber}/themes`}>{t(m.seeThemes)}</Button>
        </p>
      )}
    </div>
  )
}
