-- What is told of people's own words: a paraphrase in the place of what they wrote, and quotes that their authors signed.
create table survey_paraphrase (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  survey text not null,
  role text not null check (role in ('mentor', 'mentee', 'supervisor', 'leaver')),
  question text not null,
  text text not null,
  version integer not null check (version > 0),
  base integer,
  published_on date,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  constraint survey_paraphrase_one_each unique (organisation_id, season_id, survey, role, question),
  foreign key (organisation_id, season_id) references season (organisation_id, id)
);
--;;
comment on column survey_paraphrase.base is 'How many wrote something; known from then on only here, since what they wrote is deleted when the paraphrase is published.';
--;;
create table quote (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('mentor', 'mentee')),
  text text not null,
  signed text not null check (signed in ('name', 'role', 'nobody')),
  version integer not null check (version > 0),
  published_on date,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  constraint quote_one_each unique (organisation_id, season_id, role, person_id),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
comment on table quote is 'Written by its author apart from any survey; joined to no answer. Changed it is published no more, withdrawn it is gone.';
