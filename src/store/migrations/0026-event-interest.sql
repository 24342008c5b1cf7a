-- Who would come to an optional event that has no day yet.
create table event_interest (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  person_id uuid not null,
  event text not null,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  constraint event_interest_one_each unique (organisation_id, season_id, event, person_id),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
