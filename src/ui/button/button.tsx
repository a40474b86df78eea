import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icon/icon.tsx'

export type ButtonProps = {
  /** What happens, in words: "Hand it in". */
  children: ComponentChildren
  /** One filled button a view (the default), the others `second`; `grave` for what cannot be taken back. */
  kind?: 'first' | 'second' | 'grave'
  size?: 'small'
  wide?: boolean
  icon?: IconName
  /** With an address it is a link that looks like a button; without, it submits its form. */
  href?: string
  /** The name and value the form carries when this button sent it. */
  name?: string
  value?: string
  /** The id of its form when it stands outside of it. */
  form?: string
  formAction?: string
  /** Shown but not to be used; say why in the words beside it. */
  off?: boolean
}

export function Button({ children, kind = 'first', size, wide, icon, href, off, ...sends }: ButtonProps) {
  const classes = ['button', kind !== 'first' && kind, size, wide && 'wide'].filter(Boolean).join(' ')
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {children}
    </>
  )
  if (href !== undefined) {
    return (
      <a class={classes} href={href}>
        {inside}
      </a>
    )
  }
  return (
    <button class={classes} type="submit" disabled={off} {...sends}>
      {inside}
    </button>
  )
}
