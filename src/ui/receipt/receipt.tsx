import type { ComponentChildren } from 'preact'

export type ReceiptProps = {
  heading: string
  /** The public number or the code words, as they are read out: "BIRCH 7204 LANTERN K". Always left to right. */
  code: string
  /** How to say it on the telephone. */
  spoken?: ComponentChildren
  /** `<Qr>`. */
  qr?: ComponentChildren
  /** That it is in the record (a `Mark`), or by when it will be. */
  standing?: ComponentChildren
  /** Check it, print it, keep it. */
  actions?: ComponentChildren[]
  children?: ComponentChildren
}

// Preact's types know only true and false here, and its renderer drops false.
const untranslated: object = { translate: 'no' }

/** A slip torn from the record: its notched edge says "keep this". */
export function Receipt({ heading, code, spoken, qr, standing, actions, children }: ReceiptProps) {
  return (
    <section class="receipt" aria-label={heading}>
      <h3>{heading}</h3>
      <p class="code-words" dir="ltr" {...untranslated}>
        {code}
      </p>
      {spoken && <p>{spoken}</p>}
      {qr}
      {standing && <div>{standing}</div>}
      {children}
      {actions && (
        <ul class="bare">
          {actions.map((action) => (
            <li>{action}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
