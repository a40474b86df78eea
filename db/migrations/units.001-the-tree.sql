-- The organisation's tree: national, nation, region, constituency, branch, group; affiliates, societies, networks.
-- Lock: none (new tables). Undone by: drop table units.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create table units (
  id uuid primary key,
  slug text not null constraint unit_slug_is_free unique constraint unit_slug_reads_as_url check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  code text constraint unit_code_is_free unique,
  name text not null constraint unit_has_a_name check (btrim(name) <> ''),
  kind text not null,
  parent_id uuid references units (id),
  -- From the root down to the unit itself: "is it within?" is one containment test.
  lineage uuid[] not null,
  -- An affiliate that is its own data controller: its parent cannot read its members.
  controls_own_data boolean not null default false,
  opened_on date not null,
  closed_on date,
  constraint lineage_ends_with_itself check (lineage[cardinality(lineage)] = id),
  constraint root_or_child check ((parent_id is null) = (cardinality(lineage) = 1))
);
create index units_by_parent on units (parent_id, name);
create index units_by_lineage on units using gin (lineage);
create index units_by_name on units using gin (name gin_trgm_ops);
