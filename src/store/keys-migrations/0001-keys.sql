-- The keys database: wrapped keys and nothing else, backed up apart from the data and for 30 days only.
create table wrapped_key (
  organisation_id uuid not null,
  kind text not null check (kind in ('organisation', 'person', 'pair', 'survey')),
  id uuid not null,
  version integer not null,
  root integer not null,
  wrapped bytea,
  made_at timestamptz not null,
  destroyed_at timestamptz,
  primary key (organisation_id, kind, id, version),
  constraint wrapped_key_until_destroyed check ((wrapped is null) = (destroyed_at is not null))
);
--;;
comment on column wrapped_key.root is 'The number of the root key that wraps it.';
--;;
comment on column wrapped_key.wrapped is 'Null once destroyed: nothing sealed with it opens again.';
--;;
create table root_key (
  number integer primary key,
  made_at timestamptz not null
);
--;;
comment on table root_key is 'The numbers of the root keys in use, never the keys: a new key is wrapped only by one that stands here.';
