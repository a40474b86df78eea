-- Day and words together: the search goes from day to day, newest first, and ends when its page is full. Few rows may wait outside the
-- tree, since each day's question reads all that wait.
drop index concurrently if exists submissions_by_day_and_words;
create index concurrently submissions_by_day_and_words
  on submissions using gin (((opened_at at time zone 'UTC')::date), search) with (gin_pending_list_limit = 128);
