-- Results as they stood on a day, kept as they were; and what was decided at the end of a season.
create table results_edition (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  number integer not null check (number > 0),
  as_of date not null,
  content text not null,
  hash text not null,
  note text not null,
  made_on date not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  constraint results_edition_number unique (organisation_id, season_id, number),
  foreign key (organisation_id, season_id) references season (organisation_id, id)
);
--;;
comment on column results_edition.content is 'The figures and the program as JSON, as they were; nobody is named in them.';
--;;
comment on column results_edition.hash is 'SHA-256 of the content: whoever noted it can tell that nothing was changed since.';
--;;
create table season_decision (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  decision text not null check (decision in ('continue', 'change', 'stop')),
  reasons text not null,
  changes text not null,
  decided_on date not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, season_id) references season (organisation_id, id)
);
--;;
comment on table season_decision is 'Never changed: a later one takes its place and the earlier ones stay.';
