import type { FieldProblem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { problemsOf } from '#core/input/problems.ts'
import { unitsSpokenFor } from '#ground/grants/units-spoken-for.ts'
import { unitsBySlug } from '#ground/units/queries.ts'
import { languageSaid } from '../../propose/submissions/index.ts'
import { answerInput, fieldOf, type ReadAnswer, readAnswer, statementField } from './answer-input.ts'
import { answerMessages as m } from './answer-messages.ts'
import type { Call } from './call.ts'
import { MOST_CHARACTERS, problemsWith } from './check-answer.ts'
import type { AnswerAuthor, AnswerProblem, NewAnswer } from './new-answer.ts'
import { holdsOffice, standingOf } from './standing.ts'

export type CheckedAnswer = { ok: true; answer: NewAnswer } | { ok: false; problems: FieldProblem[] }

/** What was typed, against the questions, the units there are and those the viewer may speak for. */
export async function checkAnswerForm(x: Exchange, call: Call): Promise<CheckedAnswer> {
  const input = answerInput.safeParse(x.form)
  const read = readAnswer(x.form, call)
  const units = await unitsBySlug(
    x.db,
    read.places.map(({ slug }) => slug),
  )
  const unitId = read.places.flatMap(({ slug }) => units.get(slug) ?? [])[0] ?? null
  const given = { words: read.words, marks: read.marks, unitId, route: 'web' as const }
  const problems = [
    ...problemsWith(given, call.questions).map((problem) => fieldProblem(x, problem, call)),
    ...unknownPlaces(x, read, units),
    ...(input.success ? [] : problemsOf(input.error, x.t)),
  ]
  if (!input.success || problems.length > 0) return { ok: false, problems }
  const onBehalfOf = await spokenFor(x, input.data.on_behalf_of)
  if (onBehalfOf === undefined)
    return { ok: false, problems: [{ field: 'on_behalf_of', message: x.t(m.notYoursToSpeakFor) }] }
  const words = read.words.map((one) => one.words).join('\n')
  const { language } = await languageSaid({ title: '', words, language: input.data.language }, x.language)
  return {
    ok: true,
    answer: { callId: call.id, ...given, language, onBehalfOf, ...whoAnswers(x, call, input.data) },
  }
}

async function spokenFor(x: Exchange, slug: string | undefined) {
  if (slug === undefined) return null
  return (await unitsSpokenFor(x.db, x.viewer)).find((unit) => unit.slug === slug)
}

type Typed = { authorship: NewAnswer['author']['authorship']; name?: string; email?: string }

/**
 * For an anonymous answer nothing of the person is looked at, but for a members' call that they are a member: that is
 * asked of the session, and nothing that leads from the answer to it is kept.
 */
function whoAnswers(x: Exchange, call: Call, { authorship, name, email }: Typed) {
  const isMembersOnly = call.audience === 'members'
  if (authorship === 'anonymous') {
    const author: AnswerAuthor = { authorship }
    return { author, standing: isMembersOnly ? standingOf(x.viewer) : ('unknown' as const) }
  }
  const { person } = x.viewer
  const author: AnswerAuthor = {
    authorship,
    person: person && { id: person.id, name: person.name },
    name: person ? null : (name ?? null),
    email: person ? null : (email ?? null),
    phone: null,
  }
  return { author, standing: standingOf(x.viewer), isFromOfficeHolder: holdsOffice(x.viewer) }
}

function unknownPlaces(x: Exchange, { places }: ReadAnswer, units: ReadonlyMap<string, string>) {
  return places
    .filter(({ slug }) => !units.has(slug))
    .map(({ field }) => ({ field, message: x.t(m.placeUnknown) }))
}

/** A sentence at the box it is about. */
export function fieldProblem(x: Exchange, { questionId, why }: AnswerProblem, call: Call): FieldProblem {
  const question = call.questions.find(({ id }) => id === questionId) ?? call.questions[0]
  const [option] = question?.options ?? []
  const isStatements = question?.kind === 'statements' && option
  const field = !question ? 'form' : isStatements ? statementField(question, option) : fieldOf(question)
  return { field, message: problemWords(x, why, question?.mostChoices ?? 1) }
}

function problemWords({ t }: Exchange, why: AnswerProblem['why'], most: number): string {
  switch (why) {
    case 'empty':
      return t(m.answerEmpty)
    case 'missing':
      return t(m.answerMissing)
    case 'too-long':
      return t(m.answerTooLong, { most: MOST_CHARACTERS })
    case 'too-many':
      return t(m.tooManyChosen, { most })
    case 'not-text':
      return t(m.notText)
    default:
      return t(m.notOffered)
  }
}
