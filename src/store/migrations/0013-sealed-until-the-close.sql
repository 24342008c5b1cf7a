-- Until a survey closes, what somebody sent is theirs: sealed with the key of the survey's intake, to be changed or taken back.
create table survey_sent (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  survey text not null,
  role text not null check (role in ('mentor', 'mentee')),
  person_id uuid not null,
  intake_id uuid not null,
  sealed bytea not null,
  primary key (organisation_id, id),
  constraint survey_sent_one_each unique (organisation_id, season_id, survey, role, person_id),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
comment on table survey_sent is 'Emptied at the close, when all answers are laid down together without a person and the key is destroyed.';
--;;
create table survey_closing (
  organisation_id uuid not null,
  season_id uuid not null,
  survey text not null,
  intake_id uuid not null,
  closed_on date not null,
  key_destroyed boolean not null default false,
  primary key (organisation_id, season_id, survey),
  foreign key (organisation_id, season_id) references season (organisation_id, id)
);
--;;
comment on column survey_closing.key_destroyed is 'False between the close and the end of its intake key, which lies in another database: then the close is finished again.';
