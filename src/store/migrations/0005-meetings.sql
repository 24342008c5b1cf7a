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
