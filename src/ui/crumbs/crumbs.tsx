export type Crumb = { label: string; href?: string }

/** Where this page is: the last crumb is the page itself and has no address. A title may be in any language, so each stands alone. */
export function Crumbs({ label, trail }: { label: string; trail: Crumb[] }) {
  return (
    <nav class="crumbs wrap" aria-label={label}>
      <ol class="bare">
        {trail.map((crumb) => (
          <li>
            {crumb.href ? (
              <a href={crumb.href}>
                <bdi>{crumb.label}</bdi>
              </a>
            ) : (
              <bdi aria-current="page">{crumb.label}</bdi>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
