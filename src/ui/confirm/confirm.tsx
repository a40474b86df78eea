import type { ComponentChildren } from 'preact'
import { Button } from '../button/button.tsx'
import { Form, FormActions } from '../form/form.tsx'

export type ConfirmProps = {
  /** The question: "Erase what we hold about you?". */
  question: ComponentChildren
  /** What will happen, and what cannot be taken back. */
  children: ComponentChildren
  action: string
  hidden?: Record<string, string>
  /** What the button does, in words; `grave` where it cannot be taken back. */
  go: { label: string; grave?: boolean }
  stay: { label: string; href: string }
}

/** One last look before something is done: a page of its own, so that it works without any script. */
export function Confirm({ question, children, action, hidden, go, stay }: ConfirmProps) {
  return (
    <section class="confirm stack">
      <h2>{question}</h2>
      <div class="stack">{children}</div>
      <Form action={action} hidden={hidden}>
        <FormActions>
          <Button kind={go.grave ? 'grave' : 'first'}>{go.label}</Button>
          <a href={stay.href}>{stay.label}</a>
        </FormActions>
      </Form>
    </section>
  )
}
