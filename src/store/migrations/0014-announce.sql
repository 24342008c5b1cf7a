-- Words that coordinators put in place of the program's own before everyone hears, and the moment at which everyone does.
create table announcement_text (
  organisation_id uuid not null,
  season_id uuid not null,
  kind text not null check (kind in ('pair', 'no-place')),
  applies_to text not null check (length(applies_to) between 1 and 100),
  person_id uuid,
  partner_id uuid,
  subject text,
  body text,
  before_subject text,
  before_body text,
  version integer not null,
  edited_by uuid not null,
  edited_at timestamptz not null,
  primary key (organisation_id, season_id, kind, applies_to),
  constraint announcement_text_whole check ((subject is null) = (body is null) and (before_subject is null) = (before_body is null)),
  constraint announcement_text_of_somebody check ((applies_to = 'all') = (person_id is null)),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, partner_id) references person (organisation_id, id),
  foreign key (organisation_id, edited_by) references person (organisation_id, id)
);
--;;
comment on column announcement_text.applies_to is 'All letters of the kind, or one: its person and what it is about.';
--;;
comment on column announcement_text.body is 'Words with places in braces, filled for each reader; null is the text that would stand without it.';
--;;
comment on column announcement_text.before_body is 'What stood here before the last change, for undoing it.';
--;;
create table announcement_moment (
  organisation_id uuid not null,
  season_id uuid not null,
  at timestamptz not null,
  read_mark text not null,
  planned_by uuid not null,
  planned_at timestamptz not null,
  held_at timestamptz,
  primary key (organisation_id, season_id),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  constraint announcement_moment_planner foreign key (organisation_id, planned_by) references person (organisation_id, id)
);
--;;
comment on table announcement_moment is 'When everyone hears, once a coordinator has read the letters and said so; it goes when it is withdrawn or has happened.';
--;;
comment on column announcement_moment.held_at is 'When it came and nothing left, because who is paired with whom, or the words, had changed since they were read.';
