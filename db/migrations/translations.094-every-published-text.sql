-- Not only matters can be had in further languages, but gatherings, themes and notices too; and gatherings and themes in further forms.
-- Lock: the small tables of translations, wishes and forms are written anew (a moment each). Undone by: dropping the view, the
-- trigger and the new columns, once no row names a work or a notice.

-- Whatever everybody may read and is known by a number, or by a name in its address.
create view published_texts as
select id, 'matter'::text as sort, number, null::text as slug, kind, title, language, opened_at
from matters where visibility = 'public'
union all
select id, 'work', number, null, kind, title, language, opened_at
from works where visibility = 'public'
union all
select notices.id, 'notice', null, notices.slug, 'notice', texts.title, texts.language, newest.from_at
from notices
cross join lateral (
  select version, from_at from notice_versions where notice_id = notices.id order by version desc limit 1
) as newest
join notice_texts as texts on texts.notice_id = notices.id and texts.version = newest.version and texts.is_original;

alter table translations
  alter column matter_id drop not null,
  add column work_id uuid references works (id),
  add column notice_id uuid references notices (id),
  add column text_id uuid not null generated always as (coalesce(matter_id, work_id, notice_id)) stored,
  add constraint translates_one_text check (num_nonnulls(matter_id, work_id, notice_id) = 1),
  drop constraint one_translation_a_language,
  add constraint one_translation_a_language unique nulls not distinct (text_id, entry_id, language);
create index translations_of_matter on translations (matter_id) where matter_id is not null;

alter table translations_wanted
  alter column matter_id drop not null,
  add column work_id uuid references works (id),
  add column notice_id uuid references notices (id),
  add column text_id uuid not null generated always as (coalesce(matter_id, work_id, notice_id)) stored,
  add constraint wants_one_text check (num_nonnulls(matter_id, work_id, notice_id) = 1),
  drop constraint one_wish_a_language,
  add constraint one_wish_a_language unique nulls not distinct (text_id, entry_id, language);

alter table further_forms
  alter column matter_id drop not null,
  add column work_id uuid references works (id),
  add column text_id uuid not null generated always as (coalesce(matter_id, work_id)) stored,
  add constraint form_of_one_text check (num_nonnulls(matter_id, work_id) = 1);
create index further_forms_of_text on further_forms (text_id, made_at) where withdrawn_at is null;

alter table form_requests
  alter column matter_id drop not null,
  add column work_id uuid references works (id),
  add column text_id uuid not null generated always as (coalesce(matter_id, work_id)) stored,
  add constraint asks_for_one_text check (num_nonnulls(matter_id, work_id) = 1);
create index form_requests_of_text on form_requests (text_id);

-- Words of a work that go, go in every language and every form, as those of matters do.
create or replace function translations_go_with_words() returns trigger language plpgsql as $$
begin
  delete from translations where text_id = new.id and entry_id is null;
  return null;
end $$;
create or replace function forms_go_with_words() returns trigger language plpgsql as $$
begin
  delete from further_forms where text_id = new.id;
  return null;
end $$;
create trigger translations_go_with_words after update of title on works
  for each row when (old.title is not null and new.title is null) execute function translations_go_with_words();
create trigger forms_go_with_words after update of title on works
  for each row when (old.title is not null and new.title is null) execute function forms_go_with_words();
