import { answerAsked } from '#core/thread/answer-asked.ts'
import { findNearDuplicates } from '#methods/themes/near-duplicates.ts'

// In a thread of its own: forty thousand answers take seconds, in which nobody else should wait.
answerAsked<readonly string[], number[]>((texts) => [...findNearDuplicates(texts)])
