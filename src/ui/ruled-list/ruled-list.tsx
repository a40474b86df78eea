import type { ComponentChildren } from 'preact'

/** Items with a rule between them, instead of cards. `ordered` where the order means something. */
export function RuledList({
  ordered,
  label,
  children,
}: {
  ordered?: boolean
  label?: string
  children: ComponentChildren
}) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List class="ruled bare" aria-label={label}>
      {children}
    </List>
  )
}

export type ItemProps = {
  /** `<Round>` or nothing. */
  round?: ComponentChildren
  /** What it is: "Ballot, members only". */
  kind?: ComponentChildren
  title?: { words: ComponentChildren; href?: string; lang?: string; dir?: 'ltr' | 'rtl' }
  /** 2 where the list stands right under the page's title, without a section. */
  level?: 2 | 3
  /** A `<Mark>`. */
  mark?: ComponentChildren
  /** Small quiet facts in a line, after the mark. */
  facts?: ComponentChildren[]
  /** What can be done about it, last. */
  action?: ComponentChildren
  children?: ComponentChildren
}

/** One matter or work in a list. The words come first, its mark and facts after. */
export function Item({ round, kind, title, level, mark, facts = [], action, children }: ItemProps) {
  return (
    <li class={round ? 'item with-round' : 'item'}>
      {round}
      <div class="item-words">
        {kind && <p class="small quiet">{kind}</p>}
        {title && <ItemTitle level={level} {...title} />}
        {typeof children === 'string' ? <p>{children}</p> : children}
        {(mark || facts.length > 0) && (
          <p class="item-facts">
            {mark}
            {facts.map((fact) => (
              <span class="quiet">{fact}</span>
            ))}
          </p>
        )}
        {action}
      </div>
    </li>
  )
}

type ItemTitleProps = NonNullable<ItemProps['title']> & Pick<ItemProps, 'level'>

function ItemTitle({ words, href, lang, dir, level = 3 }: ItemTitleProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <Heading class="item-title" lang={lang} dir={dir}>
      {href ? <a href={href}>{words}</a> : words}
    </Heading>
  )
}
