-- The first season whole: organisation and people, program file to published results. Everything is led by its organisation.
create table organisation (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('real', 'demo', 'rehearsal')),
  operator_person_id uuid not null,
  one_person_decided_on date,
  created_at timestamptz not null
);
--;;
create table demo_clock (
  organisation_id uuid primary key references organisation (id),
  now_at timestamptz not null
);
--;;
create table person (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  email text not null,
  name text not null,
  kind text not null check (kind in ('directory', 'guest', 'self-declared')),
  employee_id text,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  constraint person_one_email unique (organisation_id, email)
);
--;;
create table directory_entry (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_on date not null,
  title text,
  division text,
  department text,
  team text,
  manager_id uuid,
  started_on date,
  time_zone text,
  expertise text,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  constraint directory_entry_one_a_day unique (organisation_id, person_id, from_on),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
create table hat (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  season_id uuid,
  hat text not null check (hat in ('coordinator', 'reviewer', 'people-team', 'manager', 'owner', 'auditor', 'named-contact')),
  from_on date not null,
  until_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
create table api_token (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  hash text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  constraint api_token_hash_once unique (organisation_id, hash),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
create index api_token_by_hash on api_token (hash);
--;;
create table season (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  key text not null,
  program jsonb not null,
  loaded_on date not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  constraint season_one_key unique (organisation_id, key)
);
--;;
create table season_version (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  file_text text not null,
  file_hash text not null,
  loaded_on date not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, season_id) references season (organisation_id, id)
);
--;;
create table column_mapping (
  organisation_id uuid not null,
  season_id uuid not null,
  sheet text not null,
  our_column text not null,
  their_header text not null,
  primary key (organisation_id, season_id, sheet, our_column),
  foreign key (organisation_id, season_id) references season (organisation_id, id)
);
--;;
create table results_link (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  hash text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, season_id) references season (organisation_id, id)
);
--;;
create table application (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('mentor', 'mentee')),
  submitted_at timestamptz not null,
  submitted_on date not null,
  late boolean not null,
  commits boolean,
  trainings boolean,
  identity boolean,
  certificate boolean,
  manager_informed boolean,
  topics text[] not null,
  management_track boolean,
  mentored_before text,
  capacity integer check (capacity >= 0),
  about text,
  superseded_by uuid,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  constraint application_same_row_once unique (organisation_id, season_id, person_id, role, submitted_at),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
create unique index application_one_in_force on application (organisation_id, season_id, person_id, role) where superseded_by is null;
--;;
create table clearance (
  organisation_id uuid not null,
  application_id uuid not null,
  cleared boolean not null,
  decided_on date not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, application_id),
  foreign key (organisation_id, application_id) references application (organisation_id, id)
);
--;;
create table review (
  organisation_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  reviewer_id uuid not null,
  scores jsonb not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  constraint review_one_each unique (organisation_id, application_id, reviewer_id),
  foreign key (organisation_id, application_id) references application (organisation_id, id),
  foreign key (organisation_id, reviewer_id) references person (organisation_id, id)
);
--;;
create table decision (
  organisation_id uuid not null,
  application_id uuid not null,
  outcome text not null check (outcome in ('pool', 'reserve', 'declined')),
  priority double precision,
  decided_on date not null,
  released_on date,
  recorded_at timestamptz not null,
  primary key (organisation_id, application_id),
  foreign key (organisation_id, application_id) references application (organisation_id, id)
);
--;;
create table match_run (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  number integer not null,
  input_hash text not null,
  seed integer not null,
  answer jsonb not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  published_on date,
  primary key (organisation_id, id),
  constraint match_run_one_number unique (organisation_id, season_id, number),
  foreign key (organisation_id, season_id) references season (organisation_id, id)
);
--;;
create table pair (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  mentor_id uuid not null,
  mentee_id uuid not null,
  run_id uuid not null,
  worth integer not null check (worth between 0 and 10000),
  reason text not null,
  published_on date not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  constraint pair_not_with_oneself check (mentor_id <> mentee_id),
  constraint pair_once unique (organisation_id, season_id, mentor_id, mentee_id),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, run_id) references match_run (organisation_id, id)
);
--;;
create table pair_change (
  organisation_id uuid not null,
  id uuid not null,
  pair_id uuid not null,
  kind text not null check (kind in ('ended', 'paused', 'excused')),
  from_on date not null,
  until_on date,
  changed_by uuid,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  constraint pair_change_once unique (organisation_id, pair_id, kind, from_on),
  foreign key (organisation_id, pair_id) references pair (organisation_id, id)
);
--;;
create table training_record (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  person_id uuid not null,
  course text not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  constraint training_record_once unique (organisation_id, season_id, person_id, course),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
create table attendance (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  person_id uuid not null,
  event text not null,
  session text not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  constraint attendance_once unique (organisation_id, season_id, person_id, event, session),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
create table meeting (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  mentee_id uuid not null,
  mentor_id uuid,
  happened_on date not null,
  minutes integer,
  confirmed_by text not null check (confirmed_by in ('both', 'mentor', 'mentee', 'denied', 'unknown')),
  denied_on date,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  constraint meeting_once unique nulls not distinct (organisation_id, season_id, mentee_id, mentor_id, happened_on),
  foreign key (organisation_id, mentee_id) references person (organisation_id, id)
);
--;;
create table survey_answered (
  organisation_id uuid not null,
  season_id uuid not null,
  survey text not null,
  role text not null check (role in ('mentor', 'mentee')),
  person_id uuid not null,
  primary key (organisation_id, season_id, survey, role, person_id)
);
--;;
create table survey_answer (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  survey text not null,
  role text not null check (role in ('mentor', 'mentee')),
  question text not null,
  "values" text[] not null,
  primary key (organisation_id, id)
);
--;;
create table outbox_message (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('pair', 'no-place')),
  about text not null,
  subject text not null,
  body text not null,
  state text not null check (state in ('draft', 'released', 'sent', 'kept', 'filed', 'failed')),
  drafted_on date not null,
  released_on date,
  sent_at timestamptz,
  tries integer not null default 0,
  try_at timestamptz,
  problem text,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  constraint outbox_message_once unique (organisation_id, season_id, person_id, kind, about),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
create table audit (
  organisation_id uuid not null,
  id uuid not null,
  action text not null,
  actor_kind text not null check (actor_kind in ('person', 'link', 'program', 'token', 'operator')),
  actor_person_id uuid,
  via text not null,
  season_id uuid,
  about text,
  on_day date not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
--;;
create index person_by_name on person (organisation_id, name);
--;;
create index audit_by_day on audit (organisation_id, recorded_at);
--;;
create index outbox_by_state on outbox_message (organisation_id, state);
