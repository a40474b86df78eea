import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icon/icon.tsx'

export type StepProps = {
  /** `next` is to come (dashed), `now` is where it is (open ring), `overran` went past its promise (diamond). */
  standing?: 'next' | 'now' | 'done' | 'overran'
  icon?: IconName
  title: ComponentChildren
  /** Day, how long it was held, votes, lateness: small facts in one line. */
  facts?: ComponentChildren[]
  /** The reason, in the body's own words and language. */
  reason?: { words: ComponentChildren; lang?: string; dir?: 'ltr' | 'rtl' }
  id?: string
  children?: ComponentChildren
}

/** Custody as one unbroken line, a knot for each step. `label` names the list for the ear. */
export function Thread({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <ol class="thread bare" aria-label={label}>
      {children}
    </ol>
  )
}

export function Step({ standing = 'done', icon, title, facts, reason, id, children }: StepProps) {
  return (
    <li class={standing} id={id} aria-current={standing === 'now' ? 'step' : undefined}>
      <span class="knot">{icon && standing !== 'now' && <Icon name={icon} />}</span>
      <h3>{title}</h3>
      {facts && (
        <p class="when">
          {facts.map((fact) => (
            <span>{fact}</span>
          ))}
        </p>
      )}
      {reason && (
        <blockquote class="why" lang={reason.lang} dir={reason.dir}>
          {reason.words}
        </blockquote>
      )}
      {children}
    </li>
  )
}
