-- Why: words may carry light markup, and those handed in before it stay plain; a guessed language is shown as a guess.
-- Lock: submissions, briefly (constant defaults, no rewrite). Undone by: dropping the columns.
alter table submissions
  add column format text not null default 'plain' constraint words_have_a_format check (format in ('plain', 'light')),
  -- Who said which language it is: the author; the detector, from the words; or nobody, and it is the page's own.
  add column language_from text not null default 'author'
    constraint language_has_an_origin check (language_from in ('author', 'words', 'page'));
