import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

export const m = defineMessages('attachments', {
  label: say('Photographs or PDFs'),
  hint: sayWith<{ most: number; megabytes: number }>(
    'At most {most, number}, of {megabytes, number} MB each: JPEG, PNG, WebP or PDF. We make each anew without its hidden details (place, device, author).',
  ),
  kept: say('Kept with your words'),
  leaveOut: sayWith<{ file: string }>('Leave out: {file}', 'file: “Picture 1 (34 kB)”'),
  keptHint: say('You need not choose these again. Tick one to leave it out.'),
  tooMany: sayWith<{ most: number }>('Choose at most {most, number} files.'),
  fileNumber: sayWith<{ place: number; problem: string }>('File {place, number}: {problem}'),
  tooLarge: sayWith<{ megabytes: number }>(
    'larger than {megabytes, number} MB. Make it smaller, or leave it out.',
  ),
  notTaken: say('neither a JPEG, PNG or WebP picture nor a PDF, whatever its name says.'),
  broken: say('cannot be read to its end. Save it anew and choose it again.'),
  tooManyPixels: say('more than 60 million pixels. Make the picture smaller.'),
  locked: say('locked with a password, so we cannot take out its hidden details. Save it without one.'),
  hasScripts: say('a PDF that runs scripts, starts programs or sends forms. Print it to a new PDF.'),
  hasFiles: say(
    'a PDF with other files or films inside. Print it to a new PDF, or attach them on their own.',
  ),
  unpacksTooLarge: say('a PDF that unpacks to far more than it seems. Print it to a new PDF.'),
  grewTooLarge: say('larger than 16 MB once made anew. Make it smaller.'),
  attached: say('Attached'),
  notForAll: say('Opened by those who read the answers, and by their author when signed in.'),
  asImage: sayWith<{ place: number; kilobytes: number }>('Picture {place, number} ({kilobytes, number} kB)'),
  asPaper: sayWith<{ place: number; kilobytes: number }>('PDF {place, number} ({kilobytes, number} kB)'),
  none: say(
    'There is no such file. It may have been removed with its words, or wait for a person to look at it.',
  ),
})

export const UNFIT_MESSAGES = {
  broken: m.broken,
  'too-many-pixels': m.tooManyPixels,
  locked: m.locked,
  'has-scripts': m.hasScripts,
  'has-files': m.hasFiles,
  'unpacks-too-large': m.unpacksTooLarge,
  'grew-too-large': m.grewTooLarge,
} as const
