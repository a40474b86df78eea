import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'
import { Ring } from '../ring/ring.tsx'

export type NavItem = { href: string; label: string; current?: boolean }

/** A place to go, or something to do (`POST`, such as signing out) with the hidden fields it needs. */
export type PersonItem =
  | { label: string; href: string }
  | { label: string; action: string; hidden?: Record<string, string> }

/** Somebody who has signed in and what is theirs, or the way in. */
export type PersonMenu = { name: string; items: PersonItem[] } | { signIn: { label: string; href: string } }

export type MastheadProps = {
  home: { name: string; href: string }
  /** What the main navigation is called, for the ear: "Main". */
  navLabel: string
  nav: NavItem[]
  person?: PersonMenu
  /** One line above everything, such as "This is a demonstration". */
  banner?: ComponentChildren
}

export function Masthead({ home, navLabel, nav, person, banner }: MastheadProps) {
  return (
    <header class="masthead">
      {banner && <div class="banner">{banner}</div>}
      <div class="wrap">
        <a class="brand" href={home.href}>
          <Ring />
          <span>{home.name}</span>
        </a>
        <nav aria-label={navLabel}>
          <ul class="bare">
            {nav.map(({ href, label, current }) => (
              <li>
                <a href={href} aria-current={current ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {person && <Person {...person} />}
      </div>
    </header>
  )
}

function Person(person: PersonMenu) {
  if ('signIn' in person) {
    return (
      <a class="person" href={person.signIn.href}>
        {person.signIn.label}
      </a>
    )
  }
  return (
    <details class="person">
      <summary>
        <Icon name="person" />
        <PersonName name={person.name} />
      </summary>
      <ul class="bare menu">
        {person.items.map((item) => (
          <li>
            <PersonEntry {...item} />
          </li>
        ))}
      </ul>
    </details>
  )
}

export const PersonName = ({ name }: { name: string }) => <span dir="auto">{name}</span>

function PersonEntry(item: PersonItem) {
  if ('href' in item) return <a href={item.href}>{item.label}</a>
  return (
    <form method="post" action={item.action}>
      {Object.entries(item.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit">{item.label}</button>
    </form>
  )
}
