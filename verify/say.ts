/** It cannot be checked as asked: a file is not there, a word is missing. Ends with exit code 2, never with a verdict. */
export class Misuse extends Error {}

export function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

export function complain(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** What was found, one sentence a line, so that a person can read it aloud. */
export class Report {
  #isSound = true

  holds(sentence: string): void {
    say(`  ok   ${sentence}`)
  }

  fails(sentence: string): void {
    this.#isSound = false
    say(`  NO   ${sentence}`)
  }

  /** Something a careful reader must know was not checked, or cannot be. */
  leavesOpen(sentence: string): void {
    say(`  --   ${sentence}`)
  }

  check(isTrue: boolean, whenTrue: string, whenFalse: string): boolean {
    if (isTrue) this.holds(whenTrue)
    else this.fails(whenFalse)
    return isTrue
  }

  get isSound(): boolean {
    return this.#isSound
  }
}
