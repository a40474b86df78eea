import type { ComponentChildren } from 'preact'

export type LiveProps = {
  /** `story:2417`. */
  topic: string
  /** Said to a screen reader when the part has changed. */
  changed: string
  children: ComponentChildren
}

/** A part of the page that changes under the reader's eyes. Without JavaScript it stays as it was read, and says when that was. */
export function Live({ topic, changed, children }: LiveProps) {
  return (
    <>
      <p class="unseen" role="status" data-live-words={changed} />
      <div id="live" data-live={topic}>
        {children}
      </div>
    </>
  )
}
