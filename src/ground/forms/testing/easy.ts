/** An Easy Read version, as a clerk adds it. */
export const EASY = {
  form: 'easy-read',
  language: 'en',
  caption: 'By the access group, two pages.',
  words: 'The wall is wet.\n\nSomebody should look at it.',
}
