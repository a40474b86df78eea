import type { PersonalData } from '#core/slice/personal-data.ts'

let all: readonly PersonalData[] = []

/** Makes known what every slice holds about people; called once, when the house is put together. */
export function learnPersonalData(declared: readonly PersonalData[]): void {
  all = declared
}

/** Everything that any slice declared, the ground first: what leans on another row comes after it. */
export function declared(): readonly PersonalData[] {
  return all
}

/** How an erasure of a declared row is noted, so that a restore erases it again: `held.following`. */
export function erasureKindOf({ about }: PersonalData): `held.${string}` {
  const name = about.id.replace(/^[a-z]+\./, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return `held.${name}`
}
