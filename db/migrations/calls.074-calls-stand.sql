-- Why: a call is written over days before it is announced, may be kept open longer (never shorter), and its closing is noted once;
-- what was promised at the announcement stands.
-- Lock: none that a reader waits for (new tables, a trigger). Undone by: dropping them in reverse order.
create table call_drafts (
  id uuid primary key,
  body_id uuid not null references bodies (id),
  -- As it was typed so far: whatever a form can hold, complete or not.
  content jsonb not null,
  made_by uuid references people (id) on delete set null,
  saved_at timestamptz not null
);
create index call_drafts_by_body on call_drafts (body_id, saved_at);

-- Kept open longer, with a reason.
create table call_extensions (
  id uuid primary key,
  call_id uuid not null references calls (id),
  closed_at_before timestamptz not null,
  closes_at timestamptz not null,
  reason text not null constraint extension_has_a_reason check (btrim(reason) <> ''),
  language text not null,
  made_by uuid references people (id) on delete set null,
  made_at timestamptz not null,
  constraint extension_is_longer check (closes_at > closed_at_before)
);
create index call_extensions_of_call on call_extensions (call_id, made_at);

-- Noted once, by a job, after the last instant at which an answer could be given; how many there were.
create table call_closings (
  call_id uuid primary key references calls (id),
  noted_at timestamptz not null,
  received integer not null
);

-- A call keeps its word: once announced, only its closing may move, and only to later.
create function call_keeps_its_word() returns trigger language plpgsql as $$
begin
  if old.announced_at is not null and (
    (new.body_id, new.about, new.audience, new.audience_unit, new.opens_at, new.promise, new.promised_on, new.notice_id, new.notice_version,
     new.announced_at)
      is distinct from (old.body_id, old.about, old.audience, old.audience_unit, old.opens_at, old.promise, old.promised_on, old.notice_id,
     old.notice_version, old.announced_at)
    or new.closes_at < old.closes_at or new.helpers_until < old.helpers_until
  ) then
    raise exception 'a call keeps its word once it is announced' using errcode = 'restrict_violation', constraint = 'call_keeps_its_word';
  end if;
  return new;
end $$;
create trigger call_keeps_its_word before update on calls for each row execute function call_keeps_its_word();
