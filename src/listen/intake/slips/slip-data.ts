import QRCode from 'qrcode'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import type { Call, Question } from '../../calls/index.ts'
import type { NewSlip } from './make-slips.ts'
import { m } from './messages.ts'
import { pathOfSlip, written } from './slip-code.ts'

/** Everything that is the same on each slip of a batch. */
export interface SlipFacts {
  /** Of the language of the batch. */
  t: Translate
  call: Call
  organisation: string
  baseUrl: string
  isLargePrint: boolean
  notice: { slug: string; summary: string }
  ways: { bringTo: string; phone: string }
}

// Three words to a line.
const KEY_HALF = 18
const OPEN_LINES = { first: 5, later: 4 }

/** What slip.typ is given: the words of the form in the language of the batch, and the call's too where it was translated. */
export function slipData(facts: SlipFacts, slips: readonly NewSlip[]): object {
  const { t, call, organisation, isLargePrint } = facts
  const single = slips.length === 0
  return {
    language: t.language,
    isRtl: directionOf(t.language) === 'rtl',
    isLargePrint,
    organisation,
    followAddress: `${withoutScheme(facts.baseUrl)}/follow`,
    words: wordsOf(facts),
    call: callData(facts),
    slips: single ? [blankSlip(t)] : slips.map((slip) => slipOf(slip, facts)),
    title: call.title ?? '',
  }
}

function slipOf(slip: NewSlip, { t, baseUrl }: SlipFacts) {
  const number = t.number(slip.number)
  return {
    number,
    written: written(slip),
    code: squaresOf(`${baseUrl}${pathOfSlip(slip)}`),
    codeWords: t(m.codeWords, { number }),
    keyLines: [slip.key.slice(0, KEY_HALF), slip.key.slice(KEY_HALF)],
    footer: t(m.formNumber, { number }),
  }
}

function blankSlip(t: Translate) {
  return { number: '', written: '', code: [], codeWords: '', keyLines: [], footer: t(m.formBlank) }
}

/** Error correction Q: a quarter of it may be creased or stained. */
function squaresOf(text: string): string[] {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'Q' }).modules
  return Array.from({ length: size }, (_, y) =>
    Array.from(data.subarray(y * size, (y + 1) * size), (square) => (square ? '1' : '0')).join(''),
  )
}

function callData({ t, call, notice, baseUrl }: SlipFacts) {
  return {
    title: call.title ?? '',
    language: call.language,
    isRtl: directionOf(call.language) === 'rtl',
    about: call.about,
    promise: call.promise,
    notice: notice.summary,
    noticeAddress: `${withoutScheme(baseUrl)}/notices/${notice.slug}`,
    questions: call.questions.map((question) => questionData(question, t)),
  }
}

function questionData(
  { kind, wording, help, isRequired, mostChoices, options, place }: Question,
  t: Translate,
) {
  return {
    kind,
    wording,
    help,
    isRequired,
    lines: place === 1 ? OPEN_LINES.first : OPEN_LINES.later,
    hint: kind === 'choice' ? t(m.tickUpTo, { most: mostChoices }) : '',
    options: options.map((option) => option.wording),
  }
}

function wordsOf({ t, call, ways }: SlipFacts) {
  const by = t.day(call.closesAt)
  return {
    page: t(m.page),
    agree: t(m.agree),
    disagree: t(m.disagree),
    pass: t(m.pass),
    needed: t(m.needed),
    asks: t(m.asks, { body: apart(call.body.name) }),
    promiseHeading: t(m.promiseHeading),
    promisedOn: t(m.promisedOn, { day: t.day(new Date(call.promisedOn)) }),
    noticeHeading: t(m.noticeHeading),
    howTo: t(m.howTo),
    consent: t(m.consent),
    signature: t(m.signature),
    day: t(m.dayWritten),
    cut: t(m.cut),
    bringHeading: t(m.bringHeading),
    bring: ways.bringTo ? t(m.bringTo, { place: apart(ways.bringTo), day: by }) : t(m.bringBack, { day: by }),
    keepThis: t(m.keepThis),
    number: t(m.yourNumber),
    follow: t(m.follow),
    phone: ways.phone ? t(m.orCall, { phone: apart(ways.phone.replaceAll(' ', '\u00a0')) }) : '',
    fold: t(m.fold),
    key: t(m.yourKey),
    keyMeans: t(m.keyMeans),
    blank: t(m.blankMeans),
  }
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, '')
}

/** For `mixed` of house.typ: keeps its own direction inside a sentence of another. */
function apart(words: string): string {
  return `\u0001${words}\u0002`
}
