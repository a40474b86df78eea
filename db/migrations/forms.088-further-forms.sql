-- Further forms of what is published: Easy Read, audio, sign-language video, large print; and who asked for which.
-- Lock: none on what there is but a new trigger on matters (a moment). Undone by: dropping the trigger, the function and the tables.
create table further_forms (
  id uuid primary key,
  matter_id uuid not null references matters (id),
  form text not null constraint further_form_is_one_of check (form in ('easy-read', 'audio', 'sign-language', 'large-print')),
  -- A sign language is a language: British Sign Language is bfi.
  language text not null,
  -- One line: who made it, how long it is, what is in it.
  caption text not null constraint further_form_has_a_caption check (btrim(caption) <> ''),
  -- The form itself where it is words (Easy Read), or what an audio or a video says.
  words text not null default '',
  -- A page of ours where it stands already.
  href text constraint further_form_leads_within check (href ~ '^/[A-Za-z0-9][A-Za-z0-9/._~?=&%-]*$'),
  made_by uuid references people (id) on delete set null,
  made_at timestamptz not null,
  withdrawn_at timestamptz
);
create index further_forms_of_matter on further_forms (matter_id, made_at) where withdrawn_at is null;

create table further_form_files (
  id uuid primary key,
  form_id uuid not null references further_forms (id) on delete cascade,
  place smallint not null constraint at_most_four_form_files check (place between 1 and 4),
  media_type text not null constraint form_file_type check (media_type in
    ('application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'video/mp4', 'video/webm', 'text/vtt')),
  bytes bytea not null constraint form_file_is_bounded check (octet_length(bytes) between 1 and 67108864),
  sha256 bytea not null constraint form_file_hash_is_sha256 check (octet_length(sha256) = 32),
  constraint one_form_file_a_place unique (form_id, place)
);

-- Asking is a matter of its own, with a clock; here stands what it asks for.
create table form_requests (
  id uuid primary key references matters (id),
  matter_id uuid not null references matters (id),
  form text not null constraint requested_form_is_one_of check (form in ('easy-read', 'audio', 'sign-language', 'large-print', 'another')),
  language text not null
);
create index form_requests_of_matter on form_requests (matter_id);

create function forms_go_with_words() returns trigger language plpgsql as $$
begin
  delete from further_forms where matter_id = new.id;
  return null;
end $$;
create trigger forms_go_with_words after update of title on matters
  for each row when (old.title is not null and new.title is null) execute function forms_go_with_words();
