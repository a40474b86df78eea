-- Photographs and papers handed in with words. Only what was made anew here is kept: no name, no date, no place of the original.
-- Lock: none (new table). Undone by: drop table attachments.
create table attachments (
  id uuid primary key,
  matter_id uuid not null references matters (id),
  place smallint not null constraint at_most_four_attachments check (place between 1 and 4),
  media_type text not null constraint attachment_type check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  bytes bytea not null constraint attachment_is_small check (octet_length(bytes) between 1 and 16777216),
  -- Committed in the public words of the hand-in's entry.
  sha256 bytea not null constraint attachment_hash_is_sha256 check (octet_length(sha256) = 32),
  constraint one_attachment_a_place unique (matter_id, place)
);
