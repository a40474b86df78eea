-- Why: a seat on a body ends before its term with a reason, as a role does; the seat itself stays as it was given.
-- Lock: none (new table). Undone by: drop table body_seat_endings.
create table body_seat_endings (
  seat_id uuid primary key references body_seats (id),
  ended_at timestamptz not null,
  ended_by uuid references people (id),
  reason text not null constraint seat_ending_has_a_reason check (btrim(reason) <> '')
);
