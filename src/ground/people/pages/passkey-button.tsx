interface PasskeyButtonProps {
  act: 'sign-in' | 'add' | 'prove'
  words: string
  /** Said when it did not work. */
  failed: string
  /** Where to go on; the act's own place unless said. */
  to?: string
}

/** Hidden until the island finds a browser that knows passkeys. */
export function PasskeyButton({ act, words, failed, to }: PasskeyButtonProps) {
  return (
    <>
      <button type="button" class="button second" hidden data-passkey={act} data-failed={failed} data-to={to}>
        {words}
      </button>
      <p role="status" data-passkey-words="" />
    </>
  )
}
