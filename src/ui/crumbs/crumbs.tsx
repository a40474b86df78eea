export type Crumb = {
  label: string
  href?: string
  /** The language of a title that somebody wrote. */
  lang?: string
}

/** Where this page is: the last crumb is the page itself and has no address. A title may be in any language, so each stands alone. */
export function Crumbs({ label, trail }: { label: string; trail: Crumb[] }) {
  return (
    <nav class="crumbs wrap" aria-label={label}>
      <ol class="bare">
        {trail.map((crumb) => (
          <li>
            {crumb.href ? (
              <a href={crumb.href}>
                <bdi lang={crumb.lang}>{crumb.label}</bdi>
              </a>
            ) : (
              <bdi lang={crumb.lang} aria-current="page">
                {crumb.label}
              </bdi>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
