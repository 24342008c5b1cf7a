-- How far a run of the match is while it is made: its page can be left, a second coordinator gets the same run, and a stop is seen.
create table match_making (
  organisation_id uuid not null,
  season_id uuid not null,
  id uuid not null,
  made_by uuid,
  step text not null check (step in ('seating', 'pairing', 'checking')),
  mentees integer not null,
  mentors integer not null,
  seated integer,
  gap bigint,
  begun_at timestamptz not null,
  beat_at timestamptz not null,
  stopped_because text,
  primary key (organisation_id, season_id),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, made_by) references person (organisation_id, id)
);
--;;
comment on column match_making.beat_at is 'The last sign of life; where it is old, whatever made the run is gone.';
--;;
comment on column match_making.gap is 'Hundredths of a point by which another match could still be worth more, all pairs together; null while nothing is proven.';
