-- Who may come in and by which way, what was looked at, what is sealed, what was erased and deleted.
alter table organisation add column privacy_contact text;
--;;
alter table organisation add column mail_tested_at timestamptz;
--;;
alter table organisation add column keys_backed_up_at timestamptz;
--;;
comment on column organisation.privacy_contact is 'Who answers questions about privacy; every form names it.';
--;;
create table first_owner_link (
  hash text primary key,
  made_at timestamptz not null,
  until_at timestamptz not null,
  spent_at timestamptz
);
--;;
comment on table first_owner_link is 'The way in before any organisation is there, printed at the first start. Not led by an organisation.';
--;;
alter table person add column left_on date;
--;;
alter table person add column external_id text;
--;;
alter table person add column erased_at timestamptz;
--;;
alter table person add column user_name text;
--;;
comment on column person.user_name is 'What the directory service calls the person, in lower case; null where that is the address.';
--;;
alter table person add column given_name text;
--;;
alter table person add column family_name text;
--;;
alter table person add column removed_at timestamptz;
--;;
comment on column person.removed_at is 'When the directory service deleted the person: it does not find them any more, and may add them anew.';
--;;
create unique index person_one_external_id on person (organisation_id, external_id) where external_id is not null;
--;;
create unique index person_one_user_name on person (organisation_id, user_name) where user_name is not null;
--;;
create index person_by_left on person (organisation_id, left_on) where left_on is not null;
--;;
alter table directory_entry add column works_from time;
--;;
alter table directory_entry add column works_until time;
--;;
alter table directory_entry add column works_on smallint[];
--;;
comment on column directory_entry.works_on is 'Working days, 1 Monday to 7 Sunday; null is Monday to Friday, and null hours are 09:00 to 17:00 in the time zone.';
--;;
alter table directory_entry add column holidays text;
--;;
comment on column directory_entry.holidays is 'The name of the calendar of holidays this person has.';
--;;
create table holiday (
  organisation_id uuid not null references organisation (id),
  calendar text not null,
  on_day date not null,
  name text not null,
  primary key (organisation_id, calendar, on_day)
);
--;;
alter table hat add column given_by uuid;
--;;
alter table hat add column lent_by uuid;
--;;
alter table hat add column is_deputy boolean not null default false;
--;;
alter table hat add constraint hat_season foreign key (organisation_id, season_id) references season (organisation_id, id);
--;;
comment on column hat.lent_by is 'Who lent it, until a day; null for a hat of one''s own.';
--;;
create index hat_by_person on hat (organisation_id, person_id);
--;;
alter table api_token add column used_at timestamptz;
--;;
alter table api_token add column until_at timestamptz;
--;;
update api_token set until_at = created_at + make_interval(days => 365);
--;;
alter table api_token alter column until_at set not null;
--;;
comment on column api_token.until_at is 'When it opens nothing any more, revoked or not; chosen when it was made.';
--;;
create table directory_token (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  constraint directory_token_hash_once unique (organisation_id, hash)
);
--;;
create index directory_token_by_hash on directory_token (hash);
--;;
create table sign_in_link (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  hash text,
  goes_to text not null,
  made_at timestamptz not null,
  until_at timestamptz not null,
  spent_at timestamptz,
  primary key (organisation_id, id),
  constraint sign_in_link_hash_once unique (organisation_id, hash),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
comment on column sign_in_link.hash is 'Null until the letter leaves: the secret is made then, so that no table ever holds it.';
--;;
create table sign_in (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  hash text not null,
  method text not null check (method in ('link', 'passkey', 'identity-provider', 'demo')),
  device text,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  until_at timestamptz not null,
  stepped_at timestamptz,
  ended_at timestamptz,
  primary key (organisation_id, id),
  constraint sign_in_hash_once unique (organisation_id, hash),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
create index sign_in_by_person on sign_in (organisation_id, person_id);
--;;
create table passkey (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (organisation_id, id),
  constraint passkey_one_credential unique (organisation_id, credential_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
create table one_time_code (
  organisation_id uuid not null,
  person_id uuid not null,
  sealed_secret bytea,
  sealed_next bytea,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
comment on column one_time_code.sealed_next is 'A secret that waits for its first code; until then the one before it stands.';
--;;
comment on column one_time_code.last_step is 'The time step of the last code taken: no code is taken twice.';
--;;
create table recovery_code (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  hash text not null,
  made_at timestamptz not null,
  spent_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
create table challenge (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid,
  purpose text not null check (purpose in ('add-passkey', 'use-passkey', 'identity-provider')),
  hash text not null,
  kept jsonb not null,
  made_at timestamptz not null,
  until_at timestamptz not null,
  spent_at timestamptz,
  primary key (organisation_id, id),
  constraint challenge_hash_once unique (organisation_id, hash)
);
--;;
create table issuer (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  url text not null,
  name text not null,
  client_id text not null,
  sealed_secret bytea,
  number integer not null,
  counts_as_step boolean not null default false,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  constraint issuer_one_number unique (organisation_id, number)
);
--;;
comment on column issuer.number is 'Where its answers come back: the address that the provider is told. Never given again.';
--;;
comment on column issuer.counts_as_step is 'The owner''s decision: where it says that more than one factor was used, no step of our own is asked for.';
--;;
create unique index issuer_one_address on issuer (organisation_id, url) where ended_at is null;
--;;
create table identity (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  issuer_id uuid not null,
  subject text not null,
  linked_at timestamptz not null,
  primary key (organisation_id, id),
  constraint identity_one_subject unique (organisation_id, issuer_id, subject),
  constraint identity_one_account unique (organisation_id, issuer_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, issuer_id) references issuer (organisation_id, id)
);
--;;
create table rate_limit (
  organisation_id uuid not null references organisation (id),
  bucket text not null,
  window_at timestamptz not null,
  used integer not null,
  primary key (organisation_id, bucket, window_at)
);
--;;
comment on column rate_limit.bucket is 'What is limited, and for whom as a keyed hash: never an address in plain.';
--;;
alter table audit drop constraint audit_actor_kind_check;
--;;
alter table audit add constraint audit_actor_kind_known
  check (actor_kind in ('person', 'link', 'program', 'token', 'operator', 'directory-service', 'anybody'));
--;;
alter table audit add column outcome text not null default 'done' check (outcome in ('done', 'refused'));
--;;
alter table audit add column ground text;
--;;
comment on column audit.ground is 'What let the actor through: the hat worn, or that it was their own.';
--;;
create index audit_by_action on audit (organisation_id, action, recorded_at);
--;;
create index audit_by_actor on audit (organisation_id, actor_person_id, recorded_at);
--;;
create table audit_subject (
  organisation_id uuid not null,
  audit_id uuid not null,
  person_id uuid not null,
  class text not null check (class in ('S3', 'S4')),
  primary key (organisation_id, audit_id, person_id),
  foreign key (organisation_id, audit_id) references audit (organisation_id, id)
);
--;;
create index audit_subject_by_person on audit_subject (organisation_id, person_id);
--;;
create table audit_seal (
  organisation_id uuid not null,
  number bigint not null,
  audit_id uuid not null,
  previous text not null,
  hash text not null,
  sealed_at timestamptz not null,
  primary key (organisation_id, number),
  constraint audit_seal_one_line unique (organisation_id, audit_id)
);
--;;
comment on table audit_seal is 'The chain over the audit: each hash covers the line, whom it was about, and the hash before it.';
--;;
create table glass (
  organisation_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  second_id uuid,
  subject_id uuid not null,
  season_id uuid not null,
  reason text not null,
  asked_at timestamptz not null,
  agreed_at timestamptz,
  until_at timestamptz,
  ended_at timestamptz,
  told_at timestamptz,
  primary key (organisation_id, id),
  constraint glass_two_people check (second_id is null or second_id <> owner_id),
  foreign key (organisation_id, owner_id) references person (organisation_id, id),
  foreign key (organisation_id, subject_id) references person (organisation_id, id),
  foreign key (organisation_id, season_id) references season (organisation_id, id)
);
--;;
create index glass_by_owner on glass (organisation_id, owner_id);
--;;
create index glass_by_subject on glass (organisation_id, subject_id);
--;;
create table look_again (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  person_id uuid not null,
  words text not null,
  asked_on date not null,
  asked_at timestamptz not null,
  due_on date not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
create unique index look_again_one_open on look_again (organisation_id, season_id, person_id) where answered_at is null;
--;;
create table private_note (
  organisation_id uuid not null,
  id uuid not null,
  pair_id uuid not null,
  author_id uuid not null,
  sealed bytea not null,
  version integer not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, pair_id) references pair (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id)
);
--;;
create index private_note_by_author on private_note (organisation_id, author_id, pair_id);
--;;
create table report (
  organisation_id uuid not null,
  id uuid not null,
  pair_id uuid not null,
  reporter_id uuid not null,
  made_on date not null,
  made_at timestamptz not null,
  opened_at timestamptz,
  opened_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, pair_id) references pair (organisation_id, id),
  foreign key (organisation_id, reporter_id) references person (organisation_id, id)
);
--;;
create index report_by_pair on report (organisation_id, pair_id);
--;;
create table report_copy (
  organisation_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  reader_id uuid not null,
  sealed bytea not null,
  primary key (organisation_id, id),
  constraint report_copy_one_each unique (organisation_id, report_id, reader_id),
  foreign key (organisation_id, report_id) references report (organisation_id, id),
  foreign key (organisation_id, reader_id) references person (organisation_id, id)
);
--;;
create index report_copy_by_reader on report_copy (organisation_id, reader_id);
--;;
comment on table report_copy is 'The report sealed once for each who may read it: the reporter, the named contact, the deputy.';
--;;
create table erasure (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  by_person_id uuid not null,
  erased_at timestamptz not null,
  certificate jsonb not null,
  primary key (organisation_id, id)
);
--;;
comment on table erasure is 'The ledger of erasures: a restore of an older backup erases these people again.';
--;;
create table retention_run (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  on_day date not null,
  ran_at timestamptz not null,
  deleted jsonb not null,
  primary key (organisation_id, id),
  constraint retention_run_once_a_day unique (organisation_id, on_day)
);
--;;
alter table outbox_message drop constraint outbox_message_kind_check;
--;;
alter table outbox_message add constraint outbox_message_kind_known check (kind in
  ('pair', 'no-place', 'sign-in', 'test', 'glass', 'hat', 'look-again', 'erased', 'left-alone', 'report'));
--;;
alter table outbox_message drop constraint outbox_message_state_check;
--;;
alter table outbox_message add constraint outbox_message_state_known
  check (state in ('draft', 'released', 'sent', 'kept', 'filed', 'failed', 'withdrawn'));
--;;
alter table outbox_message add column to_address text;
--;;
comment on column outbox_message.to_address is 'Only for the letter to an erased person, who has no address any more: gone once the letter has left.';
--;;
alter table outbox_message alter column season_id drop not null;
--;;
alter table outbox_message drop constraint outbox_message_once;
--;;
alter table outbox_message add constraint outbox_message_once
  unique nulls not distinct (organisation_id, season_id, person_id, kind, about);
--;;
alter table pair add constraint pair_mentor foreign key (organisation_id, mentor_id) references person (organisation_id, id);
--;;
alter table pair add constraint pair_mentee foreign key (organisation_id, mentee_id) references person (organisation_id, id);
--;;
alter table pair_change add constraint pair_change_by foreign key (organisation_id, changed_by) references person (organisation_id, id);
--;;
alter table meeting add constraint meeting_season foreign key (organisation_id, season_id) references season (organisation_id, id);
--;;
alter table meeting add constraint meeting_mentor foreign key (organisation_id, mentor_id) references person (organisation_id, id);
--;;
alter table attendance add constraint attendance_season foreign key (organisation_id, season_id) references season (organisation_id, id);
--;;
alter table training_record add constraint training_record_season foreign key (organisation_id, season_id) references season (organisation_id, id);
--;;
alter table survey_answered add constraint survey_answered_season foreign key (organisation_id, season_id) references season (organisation_id, id);
--;;
alter table survey_answered add constraint survey_answered_person foreign key (organisation_id, person_id) references person (organisation_id, id);
--;;
alter table survey_answer add constraint survey_answer_season foreign key (organisation_id, season_id) references season (organisation_id, id);
--;;
alter table outbox_message add constraint outbox_message_season foreign key (organisation_id, season_id) references season (organisation_id, id);
--;;
create index survey_answer_by_question on survey_answer (organisation_id, season_id, survey, role, question);
--;;
create unique index results_link_by_hash on results_link (organisation_id, hash);
--;;
create index outbox_by_release on outbox_message (organisation_id, released_on desc);
