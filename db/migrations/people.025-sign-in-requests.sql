-- Whoever asks for a sign-in link leaves a row, known or not; a job answers the known and forgets both. So the page answers
-- in the same words and the same time for everybody, and tells nobody who has an account.
-- Lock: none (new table). Undone by: drop table sign_in_requests.
create table sign_in_requests (
  id uuid primary key,
  email text not null,
  goes_to text not null,
  language text not null,
  asked_at timestamptz not null
);
