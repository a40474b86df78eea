-- Whose house this is: one row. A demonstration's folder can never become a real organisation.
-- Lock: none (new tables). Undone by: drop table house.
create table house (
  is_here boolean primary key default true constraint only_one_house check (is_here),
  name text not null,
  accent text not null constraint accent_is_a_colour check (accent ~ '^#[0-9a-f]{6}$'),
  languages text[] not null,
  is_demo boolean not null,
  founded_at timestamptz not null,
  -- Days a demonstration's clock runs ahead of the machine's.
  days_ahead integer not null default 0,
  -- For keyed hashes (follow-up keys of retried hand-ins, cookies). Never leaves the database.
  secret bytea not null constraint secret_is_32_bytes check (octet_length(secret) = 32),
  constraint only_a_demo_moves_time check (is_demo or days_ahead = 0)
);

create function demo_stays_demo() returns trigger language plpgsql as $$
begin
  if new.is_demo is distinct from old.is_demo then
    raise exception 'a demonstration never becomes a real organisation' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger demo_stays_demo before update on house for each row execute function demo_stays_demo();
