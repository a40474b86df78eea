import { type PDFDict, PDFName } from '@cantoo/pdf-lib'

/** ISO 32000-2: keys and kinds of action that run code, start programs, or send what was typed somewhere. */
const SCRIPT_KEYS = ['JS', 'JavaScript', 'XFA', 'Launch', 'RichMediaContent', 'RichMediaSettings']
const SCRIPT_ACTIONS = [
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'Rendition',
  'RichMediaExecute',
  'GoToE',
]
const FILE_KEYS = ['EF', 'EmbeddedFiles', 'AF']
const FILE_TYPES = ['EmbeddedFile', 'FileAttachment', 'RichMedia', 'Screen', 'Movie', 'Sound', '3D']

/** What in a dictionary of a PDF may not come along; null when it is harmless. */
export function dangerOf(dictionary: PDFDict): 'has-scripts' | 'has-files' | null {
  const has = (key: string) => dictionary.has(PDFName.of(key))
  if (SCRIPT_KEYS.some(has) || isNamed(dictionary, 'S', SCRIPT_ACTIONS)) return 'has-scripts'
  const isFile = isNamed(dictionary, 'Type', FILE_TYPES) || isNamed(dictionary, 'Subtype', FILE_TYPES)
  return FILE_KEYS.some(has) || isFile ? 'has-files' : null
}

export function isNamed(dictionary: PDFDict, key: string, names: readonly string[]): boolean {
  const value = dictionary.lookup(PDFName.of(key))
  return value instanceof PDFName && names.includes(value.decodeText())
}

/** Keys that say who made it, when, with what, and where it came from. */
const TELLING = [
  'Metadata',
  'PieceInfo',
  'LastModified',
  'OpenAction',
  'AA',
  'SpiderInfo',
  'Perms',
  'DSS',
  'LegalAttestation',
]
/** A comment's author, dates and name. A form field's name stands under T too, and stays. */
const TELLING_OF_COMMENTS = ['T', 'M', 'CreationDate', 'NM', 'RC', 'Popup']

export function leaveOutWhatTells(dictionary: PDFDict): void {
  for (const key of TELLING) dictionary.delete(PDFName.of(key))
  const isComment = dictionary.has(PDFName.of('Rect')) && !isNamed(dictionary, 'Subtype', ['Widget'])
  if (isComment) for (const key of TELLING_OF_COMMENTS) dictionary.delete(PDFName.of(key))
}
