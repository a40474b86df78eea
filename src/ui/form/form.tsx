import type { ComponentChildren } from 'preact'

export type FormProps = {
  action: string
  /** `post` unless it only asks. */
  method?: 'post' | 'get'
  /** Sent along unseen: the token against forged requests, the idempotency key. */
  hidden?: Record<string, string>
  /** It carries files. */
  files?: boolean
  /** "search" for a form that finds things. */
  role?: 'search'
  label?: string
  id?: string
  children: ComponentChildren
}

/**
 * A short form holds its fields, a long one sections, and then takes the whole width. The server checks everything, so
 * the browser is told not to (`noValidate`): its bubbles cannot be translated, vanish, and say less than we can.
 */
export function Form({ action, method = 'post', hidden = {}, files, role, label, id, children }: FormProps) {
  return (
    <form
      class="form"
      id={id}
      action={action}
      method={method}
      encType={files ? 'multipart/form-data' : undefined}
      role={role}
      aria-label={label}
      noValidate
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}

/** The buttons at its end: the filled one first. */
export function FormActions({ children }: { children: ComponentChildren }) {
  return <div class="line form-actions">{children}</div>
}
