-- Why: where the forms of a call are brought, and by which number it is answered by telephone; forms brought in as a picture that
-- nobody has typed yet.
-- Lock: none (new tables). Undone by: dropping them.
create table call_ways (
  call_id uuid primary key references calls (id),
  bring_to text not null default '',
  phone text not null default '',
  set_by uuid references people (id) on delete set null,
  set_at timestamptz not null
);

-- The form has arrived and its answer is in time; its words are still to be typed. The row goes when they are.
create table slip_pictures (
  slip_id uuid primary key references slips (id),
  media_type text not null,
  bytes bytea not null,
  sha256 bytea not null,
  consent text not null constraint picture_consent check (consent in ('signed', 'spoken')),
  said_on date,
  brought_by uuid references people (id) on delete set null,
  brought_at timestamptz not null
);
