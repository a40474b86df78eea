import { expect, test } from 'vitest'
import { cld3Detector } from './cld3-detector.ts'
import { languagesOf } from './language-of-answers.ts'

/** Sentences of our own, long and short, as people answer calls. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The last bus leaves before my shift ends, so I walk home along the main road.',
    'We need a dentist who takes new patients.',
    'Please keep the library open on Saturdays.',
    'Rents have doubled and our wages have not.',
    'More trees on the high street, please.',
    'Nobody answered my letter about the broken street lamp.',
    'Bus fares are too high',
    'Yes, definitely',
  ],
  cy: [
    'Mae angen mwy o fysiau ar bobl y pentref, yn enwedig gyda’r nos.',
    'Cadwch y llyfrgell ar agor ar ddydd Sadwrn.',
    'Does dim deintydd yn derbyn cleifion newydd yn ein tref ni.',
    'Mae’r rhent wedi codi yn gynt na’r cyflog.',
    'Hoffwn weld mwy o goed ar y stryd fawr.',
    'Chefais i ddim ateb i’m llythyr am y golau stryd.',
    'Mae prisiau bysiau yn rhy uchel',
    'Ydw, yn bendant',
  ],
  pl: [
    'Ostatni autobus odjeżdża przed końcem mojej zmiany i wracam do domu pieszo.',
    'Proszę nie zamykać biblioteki w soboty.',
    'Żaden dentysta nie przyjmuje nowych pacjentów.',
    'Czynsze rosną szybciej niż nasze pensje.',
    'Posadźcie więcej drzew przy głównej ulicy.',
    'Nikt nie odpowiedział na mój list o zepsutej latarni.',
    'Bilety są za drogie',
    'Tak, oczywiście',
  ],
  ur: [
    'آخری بس میری شفٹ ختم ہونے سے پہلے چلی جاتی ہے اور مجھے پیدل گھر جانا پڑتا ہے۔',
    'براہ کرم ہفتے کو لائبریری کھلی رکھیں۔',
    'کوئی دانتوں کا ڈاکٹر نئے مریض نہیں لے رہا۔',
    'کرایہ ہماری تنخواہ سے زیادہ تیزی سے بڑھ رہا ہے۔',
    'بڑی سڑک پر مزید درخت لگائے جائیں۔',
    'میرے خط کا کسی نے جواب نہیں دیا۔',
    'بس کا کرایہ بہت زیادہ ہے',
    'جی ہاں، بالکل',
  ],
}

test('tells English, Welsh, Polish and Urdu apart in one corpus', async () => {
  const told = Object.entries(SENTENCES).flatMap(([language, texts]) =>
    texts.map((text) => ({ language, text })),
  )
  const found = languagesOf(
    told.map(({ text }) => text),
    await cld3Detector(),
  )
  const wrong = told.filter(({ language }, at) => found[at] !== language && found[at] !== 'und')
  expect(wrong).toEqual([])
  const open = told.filter((_, at) => found[at] === 'und')
  // Two words are too few among four languages: they may stay open, but not be wrong.
  expect(open.every(({ text }) => text.split(' ').length <= 3)).toBe(true)
})

test('a short text goes by the words of its neighbours, and by nothing when they do not know it', async () => {
  const detect = await cld3Detector()
  const neighbours = [...(SENTENCES.en ?? []), 'Please stop the closure of our bus route to the hospital.']
  const found = languagesOf([...neighbours, 'Stop bus fares', 'NHS', '12', '', '👍'], detect)
  expect(found.slice(neighbours.length)).toEqual(['en', 'und', 'und', 'und', 'und'])
})

test('one Welsh answer among many English ones is still Welsh', async () => {
  const english = Array.from(
    { length: 30 },
    (_, at) => `${SENTENCES.en?.[at % 7]} And that is the ${at}th time I say it.`,
  )
  const found = languagesOf([...english, SENTENCES.cy?.[0] ?? ''], await cld3Detector())
  expect(found.at(-1)).toBe('cy')
})
