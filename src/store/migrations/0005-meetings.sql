-- What each of a pair says of its meetings, the questions asked of them, and who wants no reminder.
alter table meeting add column from_answers boolean not null default false;
--;;
comment on column meeting.from_answers is 'Joined from what the two say, and joined again when one says something else; false for what a coordinator wrote down.';
--;;
alter table meeting add column said_on date;
--;;
comment on column meeting.said_on is 'The day one of the two first said that it happened: the other may deny it for some days from then on.';
--;;
create table meeting_view (
  organisation_id uuid not null,
  id uuid not null,
  pair_id uuid not null,
  person_id uuid not null,
  window_first_on date not null,
  says text not null check (says in ('met', 'not-met')),
  held_on date,
  how text not null check (how in ('call', 'elsewhere', 'exchange')),
  said_on date not null,
  said_at timestamptz not null,
  primary key (organisation_id, id),
  constraint meeting_view_once unique nulls not distinct (organisation_id, pair_id, person_id, window_first_on, held_on),
  foreign key (organisation_id, pair_id) references pair (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
comment on table meeting_view is 'What one of a pair says of one window: the days on which they met, or that they did not. Each side apart.';
--;;
create table meeting_question (
  organisation_id uuid not null,
  id uuid not null,
  pair_id uuid not null,
  person_id uuid not null,
  window_first_on date not null,
  window_last_on date not null,
  planned_at timestamptz,
  hash text,
  made_at timestamptz not null,
  until_at timestamptz not null,
  spent_at timestamptz,
  answer text check (answer in ('met', 'not-met', 'another-day')),
  answer_on date,
  primary key (organisation_id, id),
  constraint meeting_question_once unique (organisation_id, pair_id, person_id, window_first_on),
  constraint meeting_question_hash_once unique (organisation_id, hash),
  foreign key (organisation_id, pair_id) references pair (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
comment on table meeting_question is 'One question of one person about one window. Its link answers this once, and nothing else.';
--;;
comment on column meeting_question.hash is 'Null until the letter leaves: the secret is made then, so that no table ever holds it.';
--;;
create table reminders_off (
  organisation_id uuid not null,
  person_id uuid not null,
  off_at timestamptz not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
alter table outbox_message drop constraint outbox_message_kind_known;
--;;
alter table outbox_message add constraint outbox_message_kind_known check (kind in
  ('pair', 'no-place', 'sign-in', 'test', 'glass', 'hat', 'look-again', 'erased', 'left-alone', 'report',
   'call-open', 'pair-news', 'meet-question', 'meet-reminder', 'meet-invitation'));
--;;
create table planned_meeting (
  organisation_id uuid not null,
  id uuid not null,
  pair_id uuid not null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes > 0),
  every_days integer check (every_days > 0),
  until_on date,
  zone text not null,
  sequence integer not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, pair_id) references pair (organisation_id, id)
);
--;;
comment on column planned_meeting.sequence is 'Rises with each change: a calendar takes the highest.';
--;;
comment on column planned_meeting.zone is 'Where a series keeps its time of day over clock changes: the zone of whoever proposed it.';
--;;
create index planned_meeting_by_pair on planned_meeting (organisation_id, pair_id);
--;;
create table meeting_proposal (
  organisation_id uuid not null,
  id uuid not null,
  pair_id uuid not null,
  proposed_by uuid not null,
  moves uuid,
  starts_at timestamptz[] not null,
  is_series boolean not null,
  zone text not null,
  made_at timestamptz not null,
  closed_at timestamptz,
  accepted_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, pair_id) references pair (organisation_id, id),
  foreign key (organisation_id, proposed_by) references person (organisation_id, id)
);
--;;
create unique index meeting_proposal_one_open on meeting_proposal (organisation_id, pair_id) where closed_at is null;
--;;
comment on column meeting_proposal.accepted_at is 'The start that was chosen; null where other times were proposed instead.';
--;;
create table calendar_feed (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  hash text not null,
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  constraint calendar_feed_hash_once unique (organisation_id, hash),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
create unique index calendar_feed_one_each on calendar_feed (organisation_id, person_id) where revoked_at is null;
--;;
alter table outbox_message add column calendar text;
--;;
alter table outbox_message add column calendar_method text check (calendar_method in ('REQUEST', 'CANCEL'));
