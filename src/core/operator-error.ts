/**
 * Something whoever runs Folkmoot can mend: a wrong setting, a full disk, a folder in use. Its message is one or two
 * whole sentences that say what is wrong and what to do; the launcher prints them without a stack.
 */
export class OperatorError extends Error {
  override name = 'OperatorError'
}
