export type Crumb = { label: string; href?: string }

/** Where this page is: the last crumb is the page itself and has no address. */
export function Crumbs({ label, trail }: { label: string; trail: Crumb[] }) {
  return (
    <nav class="crumbs wrap" aria-label={label}>
      <ol class="bare">
        {trail.map((crumb) => (
          <li>
            {crumb.href ? (
              <a href={crumb.href}>{crumb.label}</a>
            ) : (
              <span aria-current="page">{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
