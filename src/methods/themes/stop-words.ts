import { foldText } from './words.ts'

/**
 * Words that join others and name nothing, so that a label does not begin or end with them. Short lists of our own for the
 * languages the house is tested in; elsewhere only what is common in the corpus is kept out of labels.
 */
const LISTS: Readonly<Record<string, string>> = {
  en: `a about above after again against all almost also although always am among an and another any anyone anything are
    around as at away be became because become becoming been before being below best better between both but by came can
    cannot cant come could did didnt do does doesnt doing done dont down during each either else enough especially even
    ever every everyone everything few first firsthand for from further get gets getting give given go goes going got had
    has have having he her here him his how however i id if ill im in instead into is isnt it its itself ive just keep
    last least less let like likely lot made make makes making many may maybe me might more moreover most much must my
    myself need needed needs neither never nevertheless no nobody none nor not nothing now of off often on once one only
    onto or other others our ours out over own per perhaps please put quite rather really same say see seem seen several
    shall she should since so some someone something soon still such sure take than thank that thats the their them
    themselves then there therefore theres these they theyre thing things think this those though through thus to
    together too towards two under until up upon us use used using very via want was way we well went were weve what
    whatever when where whereas whether which while who whole whom whose why will with within without wont worse would
    yes yet you your youre`,
  cy: `a ac ag allan am ambell amdanynt ar arall at bod beth bob bu byddai bydd byth chi cyn dan dim dros dw eu ei ein eich
    er erbyn fe fel fi fod fy fydd gan gyda gyfer hefyd heb hi hon hwn hyn i iawn ie lle mae maen mai mewn mi mor mwy
    na nad neu nes ni nid nhw o oedd oes ohono ond on os pan pawb pob pwy rhag rhai roedd rwy sut sy sydd tan ti tra trwy
    un unrhyw wedi wrth y ydy ydych ydyn yma yn yna yno ynom yr`,
  pl: `a aby albo ale ani az bardzo bez bo by byc byl byla bylo byly chce co cos czy dla do gdy gdzie go i ich ile im ja jak
    jako je jego jej jest jestem jeszcze jesli juz kazdy kiedy kto ktora ktore ktorych ktory lub ma maja mam mi mnie moj
    moze mozna my na nad nam nas nasz nasze nic nie niech niz o od on ona one oni oraz po pod poniewaz przed przez przy
    sa sam sie swoje ta tak takze tam te tego tej ten to tu tych tylko tym u w wam was we wiec wiecej wszystko z za zawsze
    ze zeby`,
  ur: `اب اس اسی اور ان انہیں انہوں ایک ایسے ایسی اپنے اپنی اپنا اگر بھی بہت بعد پر پہ تا تاکہ تک تھا تھی تھے تو جا جب جس جو
    جاتا جاتی جائے چاہیے چاہئے دو دیں دیا دے رہا رہی رہے سب سے سکتے سکتا سکتی سکے صرف طرح کا کر کرتے کرتا کرتی کرنا کرنے
    کریں کرے کسی کو کون کوئی کچھ کہ کی کیا کے کیوں گا گی گے گئی گئے لئے لیے مگر میرے میری میرا میں نا نہ نہیں نے وہ والے والی
    والا وقت پھر ہر ہم ہمارے ہماری ہمارا ہمیں ہو ہوا ہوتا ہوتی ہوتے ہوں ہوئے ہوئی ہونا ہونے ہے ہیں یا یہ یہاں`,
}

const STOP_WORDS = new Set(Object.values(LISTS).flatMap((list) => list.split(/\s+/).map(foldText)))

/** Whether a folded word only joins others, in any of the listed languages. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word)
}
