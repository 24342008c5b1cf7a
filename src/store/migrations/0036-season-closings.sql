-- When a season was closed, by whom, and whether that was taken back.
create table season_closing (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  closed_on date not null,
  closed_by uuid not null,
  closed_at timestamptz not null,
  undone_on date,
  undone_by uuid,
  undone_at timestamptz,
  primary key (organisation_id, id),
  constraint season_closing_season foreign key (organisation_id, season_id) references season (organisation_id, id),
  constraint season_closing_closed_by foreign key (organisation_id, closed_by) references person (organisation_id, id),
  constraint season_closing_undone_by foreign key (organisation_id, undone_by) references person (organisation_id, id)
);
--;;
create unique index season_closing_one_stands on season_closing (organisation_id, season_id) where undone_at is null;
--;;
comment on table season_closing is 'A season with a row that was not taken back is closed: what belongs to it rests. Never changed beyond that.';
