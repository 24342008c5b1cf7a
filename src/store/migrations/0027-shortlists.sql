-- Mentees choose from a shortlist: the lists of a season, who stands on them, and what each chose, sealed.
create table shortlist (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  size integer not null check (size between 2 and 10),
  input_hash text not null,
  made_by uuid,
  made_on date not null,
  made_at timestamptz not null,
  sent_by uuid,
  sent_on date,
  sent_at timestamptz,
  primary key (organisation_id, id),
  constraint shortlist_one_each unique (organisation_id, season_id),
  constraint shortlist_sent_when check ((sent_on is null) = (sent_at is null)),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, made_by) references person (organisation_id, id),
  foreign key (organisation_id, sent_by) references person (organisation_id, id)
);
--;;
create table shortlist_entry (
  organisation_id uuid not null,
  id uuid not null,
  shortlist_id uuid not null,
  mentee_id uuid not null,
  mentor_id uuid not null,
  primary key (organisation_id, id),
  constraint shortlist_entry_once unique (organisation_id, shortlist_id, mentee_id, mentor_id),
  constraint shortlist_entry_not_oneself check (mentor_id <> mentee_id),
  foreign key (organisation_id, shortlist_id) references shortlist (organisation_id, id),
  foreign key (organisation_id, mentee_id) references person (organisation_id, id),
  foreign key (organisation_id, mentor_id) references person (organisation_id, id)
);
--;;
create table mentor_choice (
  organisation_id uuid not null,
  id uuid not null,
  shortlist_id uuid not null,
  mentee_id uuid not null,
  sealed bytea not null,
  chosen_on date not null,
  chosen_at timestamptz not null,
  primary key (organisation_id, id),
  constraint mentor_choice_one_each unique (organisation_id, shortlist_id, mentee_id),
  foreign key (organisation_id, shortlist_id) references shortlist (organisation_id, id),
  foreign key (organisation_id, mentee_id) references person (organisation_id, id)
);
--;;
comment on column mentor_choice.sealed is 'Ids of mentors, the dearest first, sealed with the mentee''s key: the match opens it, and nobody reads it.';
