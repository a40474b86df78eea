import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'

/** `field` is the id of the box; one without a field stands as words alone. */
export type Problem = { field?: string; message: string }

export type ErrorSummaryProps = {
  /** "Two things are missing". */
  title: string
  /** That what was typed is kept, and that nothing has happened yet. */
  children?: ComponentChildren
  problems: Problem[]
}

/** What is wrong with a form, with links to the boxes. It takes the focus when the page opens, without any script. */
export function ErrorSummary({ title, children, problems }: ErrorSummaryProps) {
  return (
    <div class="error-summary" role="alert" aria-labelledby="problems" tabIndex={-1} autofocus>
      <h2 id="problems">
        <Icon name="overdue" />
        <span>{title}</span>
      </h2>
      {children && <p>{children}</p>}
      <ul>
        {problems.map(({ field, message }) => (
          <li>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}
