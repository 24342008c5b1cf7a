-- What the team of a season did is read by season; a season is handed over from one coordinator to another.
create index audit_by_season on audit (organisation_id, season_id, recorded_at);
--;;
create table season_hand_over (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  from_person_id uuid not null,
  to_person_id uuid not null,
  given_hat_id uuid,
  ended_hats jsonb not null,
  handed_on date not null,
  handed_at timestamptz not null,
  undone_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  constraint season_hand_over_from foreign key (organisation_id, from_person_id) references person (organisation_id, id),
  constraint season_hand_over_to foreign key (organisation_id, to_person_id) references person (organisation_id, id)
);
--;;
comment on column season_hand_over.ended_hats is 'Hats that ended with it and the last day each had before, so that it can be undone within the day.';
