-- Who hears of a story's steps by e-mail: asked for by letter, confirmed by its reader, shown to nobody.
-- Lock: none (new table); letters_out, briefly. Undone by: drop table followings; alter table letters_out drop column stop_url.
create table followings (
  id uuid primary key,
  matter_id uuid not null references matters (id),
  address text not null constraint following_address_is_lower_case check (address = lower(address)),
  language text not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  -- Steps up to this place in the record were told.
  told_index bigint not null,
  constraint one_following_an_address unique (matter_id, address)
);
create index followings_by_address on followings (address);
create index followings_unconfirmed on followings (asked_at) where confirmed_at is null;

-- Where one click ends such letters (RFC 8058); mail programs show it as a button.
alter table letters_out add column stop_url text;
