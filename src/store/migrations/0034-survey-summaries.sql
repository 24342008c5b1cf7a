-- The coordinator's own words on a survey, each change a row of its own: nothing is lost, and anything can be brought back.
create table survey_summary (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  survey text not null,
  number integer not null check (number > 0),
  words text not null,
  shared_on date not null,
  written_by uuid,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  constraint survey_summary_number unique (organisation_id, season_id, survey, number),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, written_by) references person (organisation_id, id)
);
--;;
comment on column survey_summary.words is 'Empty where the coordinator took the summary away.';
--;;
comment on column survey_summary.shared_on is 'From this day on it stands on the pages of the season.';
