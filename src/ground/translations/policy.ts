/** What a volunteer brings: who they are, and the languages they said they write. */
export interface Volunteer {
  id: string
  languages: readonly string[]
}

/** Only into a language one said one writes. */
export function mayTranslate({ languages }: Volunteer, language: string): 'allowed' | 'not-your-language' {
  return languages.includes(language) ? 'allowed' : 'not-your-language'
}

export type ReviewRefusal = 'not-your-language' | 'not-offered' | 'your-own-work'

/** Another person of that language reads it, never one whose hand is in it. */
export function mayReview(
  volunteer: Volunteer,
  work: { language: string; isOffered: boolean; hands: readonly string[] },
): 'allowed' | ReviewRefusal {
  if (!volunteer.languages.includes(work.language)) return 'not-your-language'
  if (!work.isOffered) return 'not-offered'
  return work.hands.includes(volunteer.id) ? 'your-own-work' : 'allowed'
}
