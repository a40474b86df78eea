-- Words in further languages: what is worked at, segment by segment; what is shown; what readers would say otherwise.
-- Lock: none on what there is but two new triggers (matters, sealed: a moment each). Undone by: dropping the triggers, the
-- functions and the tables in reverse order.

-- Which languages a volunteer translates into, as they say themselves; that they may, their grant says.
create table translator_languages (
  person_id uuid not null references people (id) on delete cascade,
  language text not null,
  primary key (person_id, language)
);

create table translations (
  id uuid primary key,
  matter_id uuid not null references matters (id),
  -- The entry whose reason it is; null: the title and words of the matter itself.
  entry_id uuid references entries (id),
  language text not null constraint translation_names_a_language check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  begun_at timestamptz not null,
  -- Null where a machine began it, and once the person was erased.
  begun_by uuid references people (id) on delete set null,
  -- All of it is there, and another person is asked to read it.
  offered_at timestamptz,
  offered_by uuid references people (id) on delete set null,
  reviewed_at timestamptz,
  reviewed_by uuid references people (id) on delete set null,
  -- What the reviewer wants changed, for the translators alone.
  returned_note text not null default '',
  shown_at timestamptz,
  shown_as text constraint translation_is_shown_as check (shown_as in ('machine', 'reviewed')),
  -- Those who asked to hear in this language were written to; once.
  told_at timestamptz,
  -- The machine could not: it is not asked again.
  machine_failed_at timestamptz,
  constraint one_translation_a_language unique nulls not distinct (matter_id, entry_id, language),
  constraint reviewed_by_another check (reviewed_by <> offered_by),
  constraint shown_as_something check ((shown_at is null) = (shown_as is null))
);
create index translations_of_entry on translations (entry_id) where entry_id is not null;
create index translations_by_language on translations (language, begun_at desc);
create index translations_untold on translations (shown_at) where entry_id is not null and told_at is null and shown_at is not null;

-- What is worked at: a paragraph each.
create table translation_segments (
  translation_id uuid not null references translations (id) on delete cascade,
  part text not null,
  place smallint not null,
  -- SHA-256 of the paragraph it translates: a changed one is seen.
  original_hash bytea not null constraint segment_hash_is_sha256 check (octet_length(original_hash) = 32),
  words text not null constraint segment_has_words check (btrim(words) <> ''),
  is_machine boolean not null,
  saved_by uuid references people (id) on delete set null,
  saved_at timestamptz not null,
  primary key (translation_id, part, place)
);

-- What readers read: a part each (title, words, reason, promise …).
create table translation_parts (
  translation_id uuid not null references translations (id) on delete cascade,
  part text not null,
  words text not null,
  original_hash bytea not null constraint part_hash_is_sha256 check (octet_length(original_hash) = 32),
  primary key (translation_id, part)
);

-- What a reader would say otherwise, for one paragraph of what is shown; no account is asked for.
create table translation_suggestions (
  id uuid primary key,
  translation_id uuid not null references translations (id) on delete cascade,
  part text not null,
  place smallint not null,
  words text not null constraint suggestion_has_words check (btrim(words) <> ''),
  made_at timestamptz not null,
  made_by uuid references people (id) on delete set null,
  decided_at timestamptz,
  decided_by uuid references people (id) on delete set null,
  outcome text constraint suggestion_outcome check (outcome in ('taken', 'left')),
  constraint suggestion_decided_with_an_outcome check ((decided_at is null) = (outcome is null)),
  constraint suggestion_decided_by_another check (decided_by <> made_by)
);
create index open_suggestions on translation_suggestions (translation_id, made_at) where decided_at is null;

-- What is wanted in a language: an answer in the language of whoever asked, or what readers wished for. Names nobody.
create table translations_wanted (
  matter_id uuid not null references matters (id),
  entry_id uuid references entries (id),
  language text not null,
  first_at timestamptz not null,
  -- How many readers wished for it; 0: an answer in another language than its author's.
  wishes integer not null default 0,
  constraint one_wish_a_language unique nulls not distinct (matter_id, entry_id, language)
);
create index translations_wanted_by_language on translations_wanted (language, first_at desc);

-- How far the record was looked through for answers that their authors may not be able to read.
create table translations_looked (
  is_only boolean primary key default true constraint looked_from_one_place check (is_only),
  leaf_index bigint not null
);

-- Erased originals erase their translations, whichever way they were erased.
create function translations_go_with_words() returns trigger language plpgsql as $$
begin
  delete from translations where matter_id = new.id and entry_id is null;
  return null;
end $$;
create trigger translations_go_with_words after update of title on matters
  for each row when (old.title is not null and new.title is null) execute function translations_go_with_words();

create function translations_go_with_reasons() returns trigger language plpgsql as $$
begin
  delete from translations where entry_id = old.entry_id;
  return null;
end $$;
create trigger translations_go_with_reasons after delete on sealed
  for each row when (old.part = 'public') execute function translations_go_with_reasons();
