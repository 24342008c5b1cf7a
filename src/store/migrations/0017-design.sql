-- A program is changed as a draft first, of which every save is kept; a version says who put it in force and why.
create table program_draft (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  season_id uuid,
  begun_from text not null,
  begun_by uuid not null,
  begun_at timestamptz not null,
  dropped_at timestamptz,
  published_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, begun_by) references person (organisation_id, id)
);
--;;
comment on column program_draft.season_id is 'The season it would change; null while it is of none yet.';
--;;
create unique index program_draft_one_open on program_draft (organisation_id, season_id)
  where season_id is not null and dropped_at is null and published_at is null;
--;;
create table program_draft_save (
  organisation_id uuid not null,
  draft_id uuid not null,
  number integer not null check (number > 0),
  title text not null,
  file_text text not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (organisation_id, draft_id, number),
  foreign key (organisation_id, draft_id) references program_draft (organisation_id, id),
  foreign key (organisation_id, saved_by) references person (organisation_id, id)
);
--;;
alter table season_version add column published_by uuid;
--;;
alter table season_version add column because text;
--;;
alter table season_version add constraint season_version_published_by
  foreign key (organisation_id, published_by) references person (organisation_id, id);
