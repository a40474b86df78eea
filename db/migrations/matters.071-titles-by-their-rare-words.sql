-- Why: "is something like this in hand already?" took seconds among tens of thousands of near-identical titles, and its
-- trigram index a third of every hand-in's writing. Now candidates come from the rarest words of the title, a bounded
-- number of them, and only these are compared letter by letter (decision 014).
-- Lock: writers of matters wait while the index is made (about 20 s a million rows). Undone by: dropping the functions and the
-- index, then the index matters_by_title as in 005.

-- The first four letters of each word: "house", "housing" and "houses" meet, in any language whose words change at the end.
create function title_stems(title text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(left(word, 4)), '{}')
  from unnest(tsvector_to_array(to_tsvector('pg_catalog.simple'::regconfig, title))) as word
$$;

create index matters_by_stem on matters using gin (title_stems(title)) where closed_at is null and visibility = 'public';
drop index matters_by_title;

-- Open public matters whose titles read like the one asked for, the closest first. Bounded three times: to those that share
-- two of its six rarest stems, or one of its three rarest (the statistics of the index know which are rare); by
-- gin_fuzzy_search_limit where even these stand in very many titles; and to 100 candidates a pair, 300 a stem. Its owner's rights are
-- for the statistics alone, which tell nobody's words.
create function titles_like(wanted text, most integer) returns table (id uuid, closeness real)
language plpgsql stable security definer
set search_path from current
set gin_fuzzy_search_limit = 10000
-- The planner, told of a limit, would rather read the whole table and hope.
set enable_seqscan = off
as $$
declare
  rarest text[];
begin
  select array_agg(asked.stem order by coalesce(shares.share, 0), length(asked.stem) desc, asked.stem) into rarest
  from (select distinct unnest(title_stems(wanted)) as stem) as asked
  left join (
    select unnest(most_common_elems::text::text[]) as stem, unnest(most_common_elem_freqs) as share
    from pg_stats
    where schemaname = current_schema and tablename = 'matters_by_stem'
  ) as shares using (stem);
  return query
  with pairs as (
    select rarest[one] as one, rarest[other] as other, case when one = other then 300 else 100 end as most
    from generate_series(1, 6) as one
    join generate_series(1, 6) as other on one < other or (one = other and one <= 3)
    where rarest[other] is not null
  ), candidates as (
    select distinct on (found.id) found.id, found.title
    from pairs
    cross join lateral (
      select matters.id, matters.title
      from matters
      where title_stems(matters.title) @> array[pairs.one, pairs.other]
        and matters.closed_at is null
        and matters.visibility = 'public'
      limit pairs.most
    ) as found
  )
  select candidates.id, similarity(candidates.title, wanted) as likeness
  from candidates
  order by likeness desc, candidates.id
  limit most;
end $$;
