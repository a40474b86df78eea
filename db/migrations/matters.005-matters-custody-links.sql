-- A matter awaits an answer: one custodian, one clock, or a closing reason. A work is made or done.
-- Lock: none (new tables). Undone by: dropping the tables in reverse order.
create sequence public_numbers as bigint start 2001;

create table matters (
  id uuid primary key,
  number bigint not null constraint one_matter_a_number unique,
  slice text not null,
  kind text not null,
  -- Null once it was lawfully removed; the entry's tombstone says why.
  title text,
  language text not null,
  unit_id uuid not null references units (id),
  visibility text not null default 'public' constraint matter_visibility check (visibility in ('public', 'held', 'members', 'removed')),
  route text not null default 'web',
  -- A matter that rides in the custody of another (an answer in its call) has a parent and no custody of its own.
  parent_id uuid references matters (id),
  opened_at timestamptz not null,
  closed_at timestamptz,
  closing_outcome text,
  constraint closed_with_an_outcome check ((closed_at is null) = (closing_outcome is null))
);
create index matters_by_opening on matters (opened_at desc, id desc);
create index matters_by_unit on matters (unit_id, opened_at desc);
create index matters_by_title on matters using gin (title gin_trgm_ops);
create index matters_by_kind on matters (kind, opened_at desc);

create table works (
  id uuid primary key,
  number bigint not null constraint one_work_a_number unique,
  slice text not null,
  kind text not null,
  title text,
  language text not null,
  unit_id uuid not null references units (id),
  visibility text not null default 'public',
  opened_at timestamptz not null,
  closed_at timestamptz
);

create table custody (
  id uuid primary key,
  matter_id uuid not null references matters (id),
  body_id uuid not null references bodies (id),
  received_at timestamptz not null,
  promise_days integer not null,
  due_at timestamptz not null,
  -- Set by the clerk who opened it: from "received" to "being considered".
  considered_at timestamptz,
  decided_at timestamptz,
  outcome text constraint custody_outcome check (outcome in ('passed-on', 'accepted', 'merged', 'answered', 'deferred', 'refused', 'withdrawn')),
  reason text,
  passed_to uuid references bodies (id),
  merged_into uuid references matters (id),
  deferred_until date,
  constraint decided_with_an_outcome check ((decided_at is null) = (outcome is null)),
  constraint no_outcome_without_a_reason check (outcome is null or outcome in ('accepted', 'withdrawn') or btrim(coalesce(reason, '')) <> ''),
  constraint passed_on_to_a_body check ((outcome = 'passed-on') = (passed_to is not null) or outcome is null),
  constraint merged_into_a_matter check ((outcome = 'merged') = (merged_into is not null) or outcome is null),
  constraint not_merged_into_itself check (merged_into <> matter_id),
  constraint deferred_until_a_date check ((outcome = 'deferred') = (deferred_until is not null) or outcome is null),
  constraint due_after_arrival check (due_at > received_at)
);
create unique index one_open_custody on custody (matter_id) where decided_at is null;
create index custody_of_matter on custody (matter_id, received_at);
create index open_custody_by_body on custody (body_id, due_at) where decided_at is null;
create index open_custody_by_due on custody (due_at) where decided_at is null;
create index closed_custody_by_body on custody (body_id, decided_at) where decided_at is not null;

-- The clock cannot be gamed: arrival, promise and due date never change, and a decided row is history.
create function custody_keeps_its_clock() returns trigger language plpgsql as $$
begin
  if old.decided_at is not null
    or (new.id, new.matter_id, new.body_id, new.received_at, new.promise_days, new.due_at)
      is distinct from (old.id, old.matter_id, old.body_id, old.received_at, old.promise_days, old.due_at)
    or (old.considered_at is not null and new.considered_at is distinct from old.considered_at)
  then
    raise exception 'custody keeps its clock' using errcode = 'restrict_violation', constraint = 'custody_keeps_its_clock';
  end if;
  return new;
end $$;
create trigger custody_keeps_its_clock before update on custody for each row execute function custody_keeps_its_clock();
create trigger custody_is_not_deleted before delete or truncate on custody for each statement execute function is_append_only();

-- Promise 2, held at commit: every open matter has one custodian (or a parent), every closed one none.
create function matter_has_a_custodian() returns trigger language plpgsql as $$
declare
  the_matter uuid := case tg_table_name when 'matters' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'matter_id')::uuid end;
  is_closed boolean;
  rides boolean;
  is_held boolean;
begin
  select closed_at is not null, parent_id is not null into is_closed, rides from matters where id = the_matter;
  is_held := exists (select from custody where matter_id = the_matter and decided_at is null);
  if is_held = (is_closed or rides) then
    raise exception 'matter % has no custodian, or one too many', the_matter using errcode = 'integrity_constraint_violation', constraint = 'matter_has_a_custodian';
  end if;
  return null;
end $$;
create constraint trigger matter_has_a_custodian after insert or update of closed_at, parent_id on matters
  deferrable initially deferred for each row execute function matter_has_a_custodian();
create constraint trigger matter_has_a_custodian after insert or update of decided_at on custody
  deferrable initially deferred for each row execute function matter_has_a_custodian();

-- A decision waits five minutes and can be taken back; its entry is written when it is announced.
create table pending_decisions (
  id uuid primary key,
  custody_id uuid not null constraint one_pending_decision unique references custody (id),
  outcome text not null,
  reason text,
  pass_to uuid references bodies (id),
  merge_into uuid references matters (id),
  until_on date,
  decided_by uuid not null references people (id),
  made_at timestamptz not null,
  announce_at timestamptz not null
);
create index pending_decisions_by_time on pending_decisions (announce_at);

-- Passing back to a body that had it needs the author's or the parent body's agreement.
create table return_requests (
  id uuid primary key,
  custody_id uuid not null references custody (id),
  to_body uuid not null references bodies (id),
  reason text not null,
  asked_by uuid not null references people (id),
  asked_at timestamptz not null,
  agreed_at timestamptz,
  agreed_as text constraint agreed_as check (agreed_as in ('author', 'reviewing-body')),
  constraint one_return_request unique (custody_id, to_body)
);

-- Once: the author asks another body to look again.
create table reviews (
  matter_id uuid primary key references matters (id),
  asked_at timestamptz not null,
  reason text not null,
  of_body uuid not null references bodies (id),
  by_body uuid not null references bodies (id)
);

-- "Was it an answer?", asked of the author two weeks after; shown on the body's page.
create table answer_verdicts (
  custody_id uuid primary key references custody (id),
  verdict text not null constraint verdict_is_one_of check (verdict in ('yes', 'partly', 'no')),
  words text not null default '',
  given_at timestamptz not null
);

create table links (
  from_id uuid not null,
  to_id uuid not null,
  relation text not null,
  made_at timestamptz not null,
  primary key (from_id, to_id, relation)
);
create index links_backward on links (to_id, relation);

-- The only handle of somebody without an account.
create table follow_up_keys (
  matter_id uuid primary key references matters (id),
  key_hash bytea not null constraint one_matter_a_key unique
);

-- The first answer to a write, so that a retry with the same key gets the same one. Holds no person.
create table done_once (
  key_hash bytea primary key,
  fingerprint bytea not null,
  result jsonb not null,
  expires_on date not null
);
