-- Letters wait here from the commit that caused them until the mail server took them.
-- Lock: none (new table). Undone by: drop table letters_out.
create table letters_out (
  id uuid primary key,
  to_address text not null,
  subject text not null,
  text text not null,
  made_at timestamptz not null,
  next_try_at timestamptz not null,
  attempts integer not null default 0,
  sent_at timestamptz
);
create index letters_to_send on letters_out (next_try_at) where sent_at is null;
create index letters_by_time on letters_out (made_at);
