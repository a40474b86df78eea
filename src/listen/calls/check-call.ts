import type { FieldProblem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { problemsOf } from '#core/input/problems.ts'
import { type Body, findBody } from '#ground/bodies/queries.ts'
import { type NoticeInForce, noticeInForce } from '#ground/notices/notice-in-force.ts'
import { findUnit } from '#ground/units/queries.ts'
import { endOf, type NewCall, type NewQuestion } from './announce-call.ts'
import { callFormMessages as m } from './call-form-messages.ts'
import { type CallInput, callInput, questionInput, questionsTyped } from './call-input.ts'
import { mayKeepCall } from './policy.ts'

export type CheckedCall =
  | { ok: true; call: NewCall; body: Body; notice: NoticeInForce; audienceUnitName: string | null }
  | { ok: false; problems: FieldProblem[] }

/** What was typed of a call, against the schema, its clock, the body's clerks, the units and the notices there are. */
export async function checkCall(x: Exchange): Promise<CheckedCall> {
  const input = callInput.safeParse(x.form)
  const { questions, problems } = checkQuestions(x)
  if (!input.success) return { ok: false, problems: [...problemsOf(input.error, x.t), ...problems] }
  const found = await findNamed(x, input.data)
  const all = [...found.problems, ...clockProblems(x, input.data), ...problems]
  const { body, notice, unit } = found
  if (!body || !notice || all.length > 0) return { ok: false, problems: all }
  const { person } = x.viewer
  const call: NewCall = {
    title: input.data.title,
    about: input.data.about ?? '',
    language: input.data.language,
    body,
    audience: input.data.audience,
    audienceUnit: input.data.audience === 'unit' ? unit : null,
    opensAt: input.data.opens_at,
    closesAt: input.data.closes_at,
    helpersUntil: input.data.helpers_until ?? input.data.closes_at,
    promise: input.data.promise,
    promisedOn: input.data.promised_on,
    notice,
    questions,
    by: person && { id: person.id, name: person.name },
  }
  return { ok: true, call, body, notice, audienceUnitName: unit?.name ?? null }
}

async function findNamed(x: Exchange, input: CallInput) {
  const [body, notice, unit] = await Promise.all([
    findBody(x.db, input.body, x.now),
    noticeInForce(x.db, { notice: { slug: input.notice }, language: x.language, now: x.now }),
    input.audience === 'unit' ? findUnit(x.db, input.audience_unit ?? '') : null,
  ])
  const problems: FieldProblem[] = []
  if (!body || mayKeepCall(x.viewer, body) !== 'allowed')
    problems.push({ field: 'body', message: x.t(m.notYourBody) })
  if (!notice) problems.push({ field: 'notice', message: x.t(m.noticeMissing) })
  if (input.audience === 'unit' && !unit)
    problems.push({ field: 'audience_unit', message: x.t(m.audienceUnitMissing) })
  return { body, notice, unit, problems }
}

function clockProblems({ t, now }: Exchange, input: CallInput): FieldProblem[] {
  const problems: FieldProblem[] = []
  const { opens_at: opens, closes_at: closes, helpers_until: helpers } = input
  if (closes <= opens || closes <= now) problems.push({ field: 'closes_at', message: t(m.closesTooEarly) })
  if (helpers && helpers < closes) problems.push({ field: 'helpers_until', message: t(m.helpersTooEarly) })
  if (endOf(input.promised_on) <= (helpers ?? closes))
    problems.push({ field: 'promised_on', message: t(m.promisedTooEarly) })
  return problems
}

function checkQuestions(x: Exchange): { questions: NewQuestion[]; problems: FieldProblem[] } {
  const typed = questionsTyped(x.form)
  if (typed.length === 0)
    return { questions: [], problems: [{ field: 'add-open', message: x.t(m.noQuestions) }] }
  const questions: NewQuestion[] = []
  const problems: FieldProblem[] = []
  for (const [at, one] of typed.entries()) {
    const read = questionInput.safeParse(one)
    const field = (part: string) => `question-${at + 1}-${part}`
    if (!read.success) {
      for (const problem of problemsOf(read.error, x.t))
        problems.push({ ...problem, field: field(problem.field) })
      continue
    }
    const { kind, wording, help, required, most, options } = read.data
    const lines = optionsIn(options)
    const needed = kind === 'choice' ? 2 : kind === 'statements' ? 1 : 0
    if (lines.length < needed || lines.length > 50)
      problems.push({ field: field('options'), message: x.t(m.optionsMissing, { least: needed }) })
    questions.push({
      kind,
      wording,
      help: help ?? '',
      isRequired: required === 'yes',
      mostChoices: kind === 'choice' ? Math.min(most ?? 1, Math.max(1, lines.length)) : 1,
      options: needed === 0 ? [] : lines,
    })
  }
  return { questions, problems }
}

/** One a line. */
function optionsIn(text: string | undefined): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
