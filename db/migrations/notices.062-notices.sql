-- Data-use notices: whatever collects words or facts about people names one, and cannot be opened without.
-- Lock: none (new tables). Undone by: dropping the tables in reverse order.
create table notices (
  id uuid primary key,
  slug text not null constraint notice_slug_is_free unique constraint notice_slug_reads_as_url check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Whose notice it is: the unit answers for the data.
  unit_id uuid not null references units (id),
  made_at timestamptz not null
);

-- A version never changes; a change is a new one. What machines must know stands in columns, what people read in `notice_texts`.
create table notice_versions (
  notice_id uuid not null references notices (id),
  version integer not null constraint notice_version_counts_from_one check (version >= 1),
  from_at timestamptz not null,
  -- Articles 6 and 9 of the UK GDPR.
  basis text not null constraint notice_basis check (basis in ('consent', 'contract', 'legal-obligation', 'vital-interests', 'public-task', 'legitimate-interests')),
  special_basis text constraint notice_special_basis check (special_basis in ('explicit-consent', 'not-for-profit-body', 'made-public', 'substantial-public-interest', 'research')),
  -- What it is for, each a word of the house, so that "wider" can be computed.
  purposes text[] not null constraint notice_has_a_purpose check (cardinality(purposes) > 0),
  -- Who sees it before it is published.
  recipients text[] not null constraint notice_has_recipients check (cardinality(recipients) > 0),
  publishes text not null constraint notice_publishes check (publishes in ('nothing', 'counts', 'quotations', 'words', 'names')),
  -- Days after the end (of the call, the gathering, the account) until what is personal is gone; null: see the text.
  kept_days integer constraint notice_kept_days check (kept_days between 0 and 36500),
  made_by uuid references people (id) on delete set null,
  primary key (notice_id, version)
);
create trigger notice_versions_are_append_only before delete or truncate on notice_versions for each statement execute function is_append_only();

create table notice_texts (
  notice_id uuid not null,
  version integer not null,
  language text not null,
  title text not null constraint notice_has_a_title check (btrim(title) <> ''),
  -- One line, at the form itself.
  summary text not null constraint notice_has_a_summary check (btrim(summary) <> ''),
  purpose text not null constraint notice_says_what_for check (btrim(purpose) <> ''),
  kept text not null constraint notice_says_what_is_kept check (btrim(kept) <> ''),
  seen text not null constraint notice_says_who_sees check (btrim(seen) <> ''),
  published text not null constraint notice_says_what_is_published check (btrim(published) <> ''),
  objecting text not null constraint notice_says_how_to_object check (btrim(objecting) <> ''),
  -- What this version changed, for the register; empty in the first.
  changed text not null default '',
  is_original boolean not null default false,
  primary key (notice_id, version, language),
  foreign key (notice_id, version) references notice_versions (notice_id, version)
);
create unique index one_original_of_a_notice on notice_texts (notice_id, version) where is_original;

-- A standing form (handing in, signing in, a letter) is open while it has a row here.
create table standing_forms (
  name text primary key,
  notice_id uuid not null constraint form_has_a_notice references notices (id),
  opened_at timestamptz not null
);

-- Under which version somebody gave words; a row more for each wider version they agreed to later.
create table notice_agreements (
  matter_id uuid not null references matters (id),
  notice_id uuid not null,
  version integer not null,
  agreed_at timestamptz not null,
  primary key (matter_id, notice_id, version),
  foreign key (notice_id, version) references notice_versions (notice_id, version)
);

-- Asked again, because a version widened; unanswered is no.
create table notice_askings (
  matter_id uuid not null references matters (id),
  notice_id uuid not null,
  version integer not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  agreed boolean,
  primary key (matter_id, notice_id, version),
  foreign key (notice_id, version) references notice_versions (notice_id, version),
  constraint answered_with_yes_or_no check ((answered_at is null) = (agreed is null))
);

-- The words a form shows are those of its notice: nothing opens under a notice that says nothing.
create function notice_says_something() returns trigger language plpgsql as $$
begin
  if not exists (select from notice_texts t where t.notice_id = new.notice_id and t.is_original) then
    raise exception 'a form needs a notice with its text' using errcode = 'integrity_constraint_violation', constraint = 'form_has_a_notice';
  end if;
  return new;
end $$;
create trigger form_has_a_notice before insert or update of notice_id on standing_forms for each row execute function notice_says_something();
