import type { ComponentChildren } from 'preact'

export type StateProps = {
  /** "Where it is now": a heading for the ear, as the eye sees it at once. */
  heading: string
  round?: ComponentChildren
  mark: ComponentChildren
  /** One breath: who has it, since when, due when. */
  children: ComponentChildren
  action?: ComponentChildren
  clock?: ComponentChildren
  /** The clock in words, and how the promise was kept before. */
  clockWords?: ComponentChildren
  /** What happens next, and who may take part. */
  next?: ComponentChildren
  late?: boolean
}

/** Who has it, since when, due when: the first thing on a story. */
export function State({ heading, round, mark, children, action, clock, clockWords, next, late }: StateProps) {
  return (
    <section class={late ? 'state overdue' : 'state'} aria-label={heading}>
      <div class="state-now">
        {round}
        <div class="stack tight">
          {mark}
          <p class="breath">{children}</p>
        </div>
        {action}
      </div>
      {clock && (
        <div class="stack tight">
          {clock}
          {clockWords && <p class="small quiet">{clockWords}</p>}
        </div>
      )}
      {next && <p>{next}</p>}
    </section>
  )
}
