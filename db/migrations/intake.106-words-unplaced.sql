-- Why: words that came by mail or text message to an open call and answer none of its questions as far as we can read them: a person reads them.
-- Lock: none, a new table. Undone by: dropping it.

create table words_unplaced (
  id uuid primary key,
  call_id uuid not null references calls (id),
  route text not null constraint words_unplaced_route check (route in ('e-mail', 'text')),
  language text not null,
  -- Null once a person is done with it.
  words text,
  -- Where its author is written to; null of a text message, whose number is forgotten once it is answered.
  reply_to text,
  received_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references people (id) on delete set null,
  constraint words_settled_are_forgotten check (settled_at is null or (words is null and reply_to is null))
);
create index words_unplaced_waiting on words_unplaced (call_id, received_at) where settled_at is null;
