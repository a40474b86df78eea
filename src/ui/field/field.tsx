import type { ComponentChildren, VNode } from 'preact'
import { Icon } from '../icon/icon.tsx'

/** What every field has. `name` is also its id unless `id` says otherwise; an error summary links to it. */
export type FieldProps = {
  name: string
  id?: string
  label: ComponentChildren
  /** The label is only heard where the place says it already, as in a search. */
  hideLabel?: boolean
  /** Above the box, where a screen reader and a phone's keyboard leave it. */
  hint?: ComponentChildren
  /** What to do about what was typed: "Give it a title, so that people can find it". */
  error?: ComponentChildren
  required?: boolean
}

/** What the box of a field needs to be joined to its label, hint and error. */
export type Joined = {
  id: string
  name: string
  required?: boolean
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/** A label, a hint, an error and a box, joined for the ear. The named fields below are made of it. */
export function Field({ box, ...field }: FieldProps & { box: (joined: Joined) => VNode }) {
  const { label, hideLabel, hint, error } = field
  const joined = joinedTo(field)
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label class={hideLabel ? 'unseen' : undefined} for={joined.id}>
        {label}
      </label>
      {hint && (
        <span class="hint" id={`${joined.id}-hint`}>
          {hint}
        </span>
      )}
      {error && <FieldError id={`${joined.id}-error`}>{error}</FieldError>}
      {box(joined)}
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <span class="field-error" id={id}>
      <Icon name="overdue" />
      <span>{children}</span>
    </span>
  )
}

function joinedTo({ name, id = name, hint, error, required }: FieldProps): Joined {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    name,
    required,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
  }
}
