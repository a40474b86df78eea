-- Why: an edition is never changed, and a passage somebody was quoted with may have to be erased. It stands in theme_quotations alone,
-- where it can be; an edition says whose it was and in which theme.
-- Lock: the table of editions while they are rewritten, a few rows a call. Undone by: nothing; the passages are still in theme_quotations.

alter table result_editions disable trigger result_editions_are_append_only;

update result_editions
set figures = jsonb_set(figures, '{questions}', (
  select coalesce(jsonb_agg(question || jsonb_build_object('themes', (
    select coalesce(jsonb_agg(theme || jsonb_build_object('quotations', (
      select coalesce(jsonb_agg(quotation || '{"passage": ""}' order by quoted_at), '[]')
      from jsonb_array_elements(theme -> 'quotations') with ordinality as quotations (quotation, quoted_at)
    )) order by theme_at), '[]')
    from jsonb_array_elements(question -> 'themes') with ordinality as themes (theme, theme_at)
  )) order by question_at), '[]')
  from jsonb_array_elements(figures -> 'questions') with ordinality as questions (question, question_at)
));

alter table result_editions enable trigger result_editions_are_append_only;
