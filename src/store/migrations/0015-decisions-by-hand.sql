-- What coordinators decide by hand, what stood before so that it can be undone, and the filters they keep.
alter table decision add column step_id uuid;
--;;
comment on column decision.step_id is 'The step by which a person decided it; null where the program''s rules did.';
--;;
create table decision_change (
  organisation_id uuid not null,
  step_id uuid not null,
  application_id uuid not null,
  outcome_before text check (outcome_before in ('pool', 'reserve', 'declined')),
  step_before uuid,
  outcome text not null check (outcome in ('pool', 'reserve', 'declined')),
  changed_by uuid not null,
  changed_at timestamptz not null,
  undone_at timestamptz,
  primary key (organisation_id, step_id, application_id),
  constraint decision_change_of_application foreign key (organisation_id, application_id) references application (organisation_id, id),
  foreign key (organisation_id, changed_by) references person (organisation_id, id)
);
--;;
create index decision_change_by_application on decision_change (organisation_id, application_id);
--;;
create table saved_filter (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  query text not null check (length(query) <= 1000),
  made_at timestamptz not null,
  primary key (organisation_id, id),
  constraint saved_filter_one_name unique (organisation_id, season_id, person_id, name),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
