import { attachmentsInWords } from '#ground/attachments/store-attachments.ts'
import { publishesAtLeast } from '#ground/notices/rules.ts'
import type { EntryDraft } from '#ground/record/append-entry.ts'
import { isAnonymous, type Stored } from './accepted-answer.ts'
import type { CallFacts } from './facts-for-answers.ts'

/** What the record says of an answer that was handed in. */
export function entryOf(stored: Stored): EntryDraft {
  const { answer, call, matter } = stored
  return {
    kind: 'answer.handed-in',
    at: matter.openedAt,
    matter,
    bodyId: call.bodyId,
    dueAt: call.dueAt ?? undefined,
    ...sealedWords(stored),
    isUnordered: isAnonymous(answer),
  }
}

/**
 * What is sealed for everybody and what for few follows the notice: where words are not published, they are committed in the
 * leaf all the same, and read by nobody who may not.
 */
function sealedWords({ answer, call }: Stored): Pick<EntryDraft, 'publicWords' | 'privateWords'> {
  const { author, language, route, words, marks, onBehalfOf, attachments } = answer
  const about = { call: call.number, language, route, authorship: author.authorship }
  const given = {
    words: words.filter((one) => one.words.trim() !== '').map((one) => wordsAt(one, call)),
    marks: marks.map(({ optionId, mark }) => ({ option: optionId, mark })),
    attachments: attachmentsInWords(attachments ?? []),
  }
  const name =
    author.authorship === 'anonymous' ? undefined : (author.person?.name ?? author.name ?? undefined)
  const isNameShown = author.authorship === 'named' && publishesAtLeast(call.publishes, 'names')
  const shownName = isNameShown
    ? { by: name, on_behalf_of: onBehalfOf?.name }
    : { on_behalf_of: onBehalfOf?.name }
  const hiddenName = name !== undefined && !isNameShown ? { name } : {}
  if (publishesAtLeast(call.publishes, 'words')) {
    const isPrivate = Object.keys(hiddenName).length > 0
    return {
      publicWords: { ...about, ...given, ...shownName },
      privateWords: isPrivate ? hiddenName : undefined,
    }
  }
  return { publicWords: { ...about, ...shownName }, privateWords: { ...given, ...hiddenName } }
}

function wordsAt({ questionId, words }: { questionId: string; words: string }, { questions }: CallFacts) {
  return { question: questions.find(({ id }) => id === questionId)?.place ?? 0, words }
}
