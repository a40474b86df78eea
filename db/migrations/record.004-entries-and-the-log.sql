-- The record: entries are leaves of one Merkle tree; what a leaf may not say is sealed beside it.
-- Lock: none (new tables). Undone by: never; a record is not taken back.
create table entries (
  id uuid primary key,
  kind text not null,
  matter_id uuid,
  work_id uuid,
  body_id uuid,
  at timestamptz not null,
  -- Canonical JSON (RFC 8785), the very bytes that are hashed: types, times, outcomes, ids; never words, never a person.
  leaf text not null,
  leaf_hash bytea not null constraint leaf_hash_is_sha256 check (octet_length(leaf_hash) = 32)
);
create index entries_of_matter on entries (matter_id, at, id) where matter_id is not null;
create index entries_of_work on entries (work_id, at, id) where work_id is not null;
create index entries_by_body on entries (body_id, at) where body_id is not null;
create index entries_by_time on entries (at, id);

-- Words, names and reasons, committed in the leaf by SHA-256(salt || content). Erasing deletes the row; the proof stands.
create table sealed (
  entry_id uuid not null references entries (id),
  part text not null constraint sealed_part check (part in ('public', 'private')),
  salt bytea not null constraint salt_is_32_bytes check (octet_length(salt) = 32),
  content text not null,
  primary key (entry_id, part)
);

-- Entries that have no place in the tree yet; the sequencer empties it within a second.
create table unsequenced (
  arrival bigint generated always as identity primary key,
  entry_id uuid not null unique references entries (id)
);

-- What we promised whom: the entry that a receipt is about, and the time by which it will be in the record.
create table receipts (
  matter_id uuid primary key,
  entry_id uuid not null constraint one_receipt_an_entry unique references entries (id),
  promised_by timestamptz not null
);

create table record_leaves (
  leaf_index bigint primary key,
  entry_id uuid not null constraint one_leaf_an_entry unique references entries (id)
);

-- Tiles of 256 hashes (C2SP tlog-tiles); the last of a level grows until it is full.
create table record_tiles (
  level smallint not null,
  tile_index bigint not null,
  hashes bytea not null constraint tile_holds_whole_hashes check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (level, tile_index)
);

create table record_keys (
  id uuid primary key,
  name text not null,
  public_key bytea not null,
  -- Null when the key is held outside the database (RECORD_KEY).
  private_key bytea,
  from_at timestamptz not null
);

create table checkpoints (
  tree_size bigint primary key,
  root bytea not null,
  note text not null,
  signed_at timestamptz not null
);

create table witnesses (
  id uuid primary key,
  name text not null,
  verifier_key text not null constraint one_witness_a_key unique,
  trusted_at timestamptz not null
);

create table cosignatures (
  tree_size bigint not null references checkpoints (tree_size),
  witness_id uuid not null references witnesses (id),
  line text not null,
  received_at timestamptz not null,
  primary key (tree_size, witness_id)
);

create function is_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger entries_are_append_only before update or delete or truncate on entries for each statement execute function is_append_only();
create trigger leaves_are_append_only before update or delete or truncate on record_leaves for each statement execute function is_append_only();
create trigger checkpoints_are_append_only before update or delete or truncate on checkpoints for each statement execute function is_append_only();
create trigger sealed_words_never_change before update or truncate on sealed for each statement execute function is_append_only();
