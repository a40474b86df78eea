import type { NewVersion } from '#ground/notices/make-notice.ts'

/** The notice of the demonstration's calls: words are published, names are not. */
export const demoNotice: NewVersion = {
  basis: 'consent',
  specialBasis: 'explicit-consent',
  purposes: ['to-answer', 'to-find-themes', 'to-count'],
  recipients: ['clerks', 'moderators', 'theme-team', 'helpers'],
  publishes: 'words',
  keptDays: 730,
  original: 'en',
  texts: {
    en: {
      title: 'Answers to this call',
      summary:
        'The commission and its theme team read your answer; your words are published, your name is not.',
      purpose: 'To hear what people say, to count it, to find its themes, and to say what was taken up.',
      kept: 'Your answer, for two years after the closing; a name or an address only as long as somebody has to answer you.',
      seen: 'The clerks, moderators and theme team of the commission, and whoever helped you to answer.',
      published:
        'Your words without your name, after somebody has looked for names, numbers and addresses in them; counts.',
      objecting: 'Withdraw the answer by its number and key, or write to the front desk.',
    },
    cy: {
      title: 'Atebion i’r alwad hon',
      summary: 'Y comisiwn a’i dîm themâu sy’n darllen eich ateb; cyhoeddir eich geiriau, ond nid eich enw.',
      purpose:
        'Clywed yr hyn y mae pobl yn ei ddweud, ei gyfrif, dod o hyd i’w themâu, a dweud beth a dderbyniwyd.',
      kept: 'Eich ateb, am ddwy flynedd ar ôl cau; enw neu gyfeiriad dim ond cyhyd ag y mae’n rhaid i rywun eich ateb.',
      seen: 'Clercod, cymedrolwyr a thîm themâu’r comisiwn, a phwy bynnag a’ch helpodd i ateb.',
      published:
        'Eich geiriau heb eich enw, ar ôl i rywun chwilio am enwau, rhifau a chyfeiriadau ynddynt; cyfrifon.',
      objecting: 'Tynnwch yr ateb yn ôl â’i rif a’i allwedd, neu ysgrifennwch at y ddesg flaen.',
    },
    ur: {
      title: 'اس رائے طلبی کے جواب',
      summary: 'کمیشن اور اس کی موضوعات کی ٹیم آپ کا جواب پڑھتی ہے؛ آپ کے الفاظ شائع ہوتے ہیں، نام نہیں۔',
      purpose: 'لوگوں کی بات سننا، گننا، اس کے موضوعات ڈھونڈنا، اور بتانا کہ کیا اپنایا گیا۔',
      kept: 'آپ کا جواب، بند ہونے کے دو سال بعد تک؛ نام یا پتا صرف جب تک آپ کو جواب دینا ہو۔',
      seen: 'کمیشن کے منتظم، نگران اور موضوعات کی ٹیم، اور جس نے جواب دینے میں آپ کی مدد کی۔',
      published: 'آپ کے الفاظ نام کے بغیر، جب کوئی دیکھ لے کہ ان میں نام، نمبر یا پتے نہیں؛ اور گنتی۔',
      objecting: 'جواب اس کے نمبر اور کلید سے واپس لیں، یا استقبالیہ کو لکھیں۔',
    },
    pl: {
      title: 'Wypowiedzi w tej konsultacji',
      summary: 'Wypowiedź czyta komisja i jej zespół tematów; słowa są publikowane, nazwisko nie.',
      purpose: 'Usłyszeć, co mówią ludzie, policzyć to, znaleźć tematy i powiedzieć, co podjęto.',
      kept: 'Wypowiedź przez dwa lata po zamknięciu; nazwisko lub adres tylko tak długo, jak trzeba na odpowiedź.',
      seen: 'Sekretarze, moderatorzy i zespół tematów komisji oraz osoba, która pomogła w odpowiedzi.',
      published: 'Słowa bez nazwiska, po sprawdzeniu, czy nie ma w nich nazwisk, numerów i adresów; liczby.',
      objecting: 'Wycofaj wypowiedź jej numerem i kluczem albo napisz do recepcji.',
    },
  },
}
