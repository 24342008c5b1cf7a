-- What surveys say of change and of groups: laid down at a close as rows that nothing joins to a person, to one another or to answers.
create table survey_paired (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  series text not null,
  survey text not null,
  role text not null check (role in ('mentor', 'mentee', 'supervisor', 'leaver')),
  question text not null,
  token text not null,
  "values" text[] not null,
  primary key (organisation_id, id),
  constraint survey_paired_one_each unique (organisation_id, season_id, series, survey, role, question, token),
  foreign key (organisation_id, season_id) references season (organisation_id, id)
);
--;;
comment on table survey_paired is 'Emptied when the last survey of the series has closed; then the key behind the tokens is destroyed.';
--;;
comment on column survey_paired.token is 'HMAC of role, question and person with the key of the series: the same in its first and last survey, another for each question.';
--;;
create table survey_change (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  series text not null,
  role text not null check (role in ('mentor', 'mentee', 'supervisor', 'leaver')),
  question text not null,
  option text not null,
  before integer not null,
  after integer not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, season_id) references season (organisation_id, id)
);
--;;
create index survey_change_by_season on survey_change (organisation_id, season_id);
--;;
comment on table survey_change is 'Only what may be shown is laid down: too small a group, or one that said the same, has no rows.';
--;;
create table survey_series_end (
  organisation_id uuid not null,
  season_id uuid not null,
  series text not null,
  key_id uuid not null,
  closed_on date not null,
  key_destroyed boolean not null default false,
  primary key (organisation_id, season_id, series),
  foreign key (organisation_id, season_id) references season (organisation_id, id)
);
--;;
comment on column survey_series_end.key_destroyed is 'False between the end of the series and that of its key, which lies in another database: then the end is finished again.';
--;;
create table survey_breakdown (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  survey text not null,
  role text not null check (role in ('mentor', 'mentee', 'supervisor', 'leaver')),
  by_what text not null check (by_what in ('division', 'department', 'team')),
  group_name text not null,
  question text not null,
  option text not null,
  value text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, season_id) references season (organisation_id, id)
);
--;;
create index survey_breakdown_by_season on survey_breakdown (organisation_id, season_id);
--;;
comment on table survey_breakdown is 'Only what may be shown is laid down: groups too small to hide in, or that said the same, have no rows.';
