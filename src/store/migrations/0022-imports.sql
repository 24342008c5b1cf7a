-- What each spreadsheet changed, row by row, for as long as it can be taken back; nothing of the file itself is kept.
create table sheet_import (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  season_id uuid,
  sheet text not null check (sheet in
    ('people', 'holidays', 'applications', 'clearance', 'reviews', 'training', 'attendance', 'meetings', 'survey')),
  imported_by uuid,
  imported_on date not null,
  imported_at timestamptz not null,
  added integer,
  changed integer,
  removed integer,
  kept text not null check (kept in ('rows', 'too-many', 'nothing')),
  undone_by uuid,
  undone_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, imported_by) references person (organisation_id, id),
  foreign key (organisation_id, undone_by) references person (organisation_id, id)
);
--;;
create index sheet_import_by_time on sheet_import (organisation_id, imported_at);
--;;
comment on column sheet_import.added is 'Null where a number would tell what only named people may know.';
--;;
create table sheet_change (
  organisation_id uuid not null,
  import_id uuid not null,
  number integer not null,
  table_name text not null,
  row_key jsonb not null,
  person_id uuid,
  before jsonb,
  after_hash text,
  recorded_at timestamptz not null,
  primary key (organisation_id, import_id, number),
  foreign key (organisation_id, import_id) references sheet_import (organisation_id, id)
);
--;;
create index sheet_change_by_person on sheet_change (organisation_id, person_id);
--;;
comment on column sheet_change.before is 'The row as it was; null where the import added it.';
--;;
comment on column sheet_change.after_hash is 'Of the row as the import left it; null where the import removed it.';
