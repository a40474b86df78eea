import type { ComponentChildren } from 'preact'

export type CheckProps = {
  name: string
  id?: string
  value?: string
  /** What ticking it means, as a sentence. */
  children: ComponentChildren
  checked?: boolean
  /** The id of its form when it stands outside of it. */
  form?: string
  /** The label is only heard: a box in a list that stands beside its matter. */
  hideLabel?: boolean
}

/** One yes or no. Never ticked beforehand for a consent. */
export function Check({ name, id = name, value = 'yes', children, checked, form, hideLabel }: CheckProps) {
  return (
    <span class="check">
      <input id={id} type="checkbox" name={name} value={value} checked={checked} form={form} />
      <label class={hideLabel ? 'unseen' : undefined} for={id}>
        {children}
      </label>
    </span>
  )
}
