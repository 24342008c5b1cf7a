-- Outside seasons too: mentors who show themselves, what they are asked, and what a manager confirms; coffee chats beside meetings.
create table open_mentor (
  organisation_id uuid not null,
  person_id uuid not null,
  topics text[] not null,
  words text not null,
  places integer not null check (places between 1 and 5),
  asynchronous boolean not null,
  available_on date,
  full_at timestamptz,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
comment on table open_mentor is 'Who shows themselves in the directory of mentors, and what they offer there.';
--;;
comment on column open_mentor.closed_at is 'When they took themselves out; they can take that back for as long as the row is kept.';
--;;
create table mentor_request (
  organisation_id uuid not null,
  id uuid not null,
  mentor_id uuid not null,
  asker_id uuid not null,
  topics text[] not null,
  words text not null,
  asked_at timestamptz not null,
  state text not null check (state in ('open', 'accepted', 'declined', 'full', 'moved-on', 'withdrawn')),
  turn text not null check (turn in ('mentor', 'asker')),
  turn_at timestamptz not null,
  question text,
  answer text,
  hash text,
  ended_at timestamptz,
  over_at timestamptz,
  keep_until timestamptz,
  primary key (organisation_id, id),
  constraint mentor_request_hash_once unique (organisation_id, hash),
  constraint mentor_request_of_two check (mentor_id <> asker_id),
  constraint mentor_request_open_is_kept check ((state = 'open') = (ended_at is null)),
  foreign key (organisation_id, mentor_id) references person (organisation_id, id),
  foreign key (organisation_id, asker_id) references person (organisation_id, id)
);
--;;
create unique index mentor_request_one_open on mentor_request (organisation_id, asker_id, mentor_id) where state = 'open';
--;;
create index mentor_request_by_mentor on mentor_request (organisation_id, mentor_id);
--;;
create index mentor_request_open on mentor_request (organisation_id, turn_at) where state = 'open';
--;;
comment on column mentor_request.turn_at is 'Since when it is the turn of whoever is to answer: after some days it moves on.';
--;;
comment on column mentor_request.over_at is 'When one of the two said that an accepted request has come to its end, which frees the place.';
--;;
comment on column mentor_request.hash is 'Of the link in the letter that left last; null until it leaves.';
--;;
create table directory_block (
  organisation_id uuid not null,
  person_id uuid not null,
  other_id uuid not null,
  made_at timestamptz not null,
  primary key (organisation_id, person_id, other_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, other_id) references person (organisation_id, id)
);
--;;
comment on table directory_block is 'Whom somebody does not want to meet in the directory of mentors: neither is shown to the other, and only its author knows.';
--;;
create table manager_ask (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  person_id uuid not null,
  manager_id uuid not null,
  asked_at timestamptz not null,
  until_at timestamptz not null,
  hash text,
  answer text check (answer in ('confirmed', 'talk-first')),
  answered_at timestamptz,
  primary key (organisation_id, id),
  constraint manager_ask_one_each unique (organisation_id, season_id, person_id),
  constraint manager_ask_hash_once unique (organisation_id, hash),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, manager_id) references person (organisation_id, id)
);
--;;
comment on table manager_ask is 'That somebody asked us to ask their manager, and what the manager pressed. No reason is kept.';
--;;
alter table planned_meeting add column kind text not null default 'meeting' check (kind in ('meeting', 'coffee-chat'));
--;;
comment on column planned_meeting.kind is 'A coffee chat is once, before the meetings begin, and never counts.';
--;;
alter table meeting_proposal add column kind text not null default 'meeting' check (kind in ('meeting', 'coffee-chat'));
--;;
alter table outbox_message drop constraint outbox_message_kind_known;
--;;
alter table outbox_message add constraint outbox_message_kind_known check (kind in
  ('pair', 'no-place', 'sign-in', 'test', 'glass', 'hat', 'look-again', 'erased', 'left-alone', 'report',
   'meet-question', 'meet-reminder', 'meet-invitation', 'call-open', 'pair-news', 'survey-opens', 'survey-closes',
   'mentor-request', 'mentor-news', 'manager-ask', 'receipt'));
