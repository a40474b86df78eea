interface PasskeyButtonProps {
  act: 'sign-in' | 'add'
  words: string
  /** Said when it did not work. */
  failed: string
}

/** Hidden until the island finds a browser that knows passkeys. */
export function PasskeyButton({ act, words, failed }: PasskeyButtonProps) {
  return (
    <>
      <button type="button" class="button second" hidden data-passkey={act} data-failed={failed}>
        {words}
      </button>
      <p role="status" data-passkey-words="" />
    </>
  )
}
