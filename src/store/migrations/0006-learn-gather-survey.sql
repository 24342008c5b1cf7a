-- What participants do themselves: answer surveys, give evidence of training, sign up for events, check in, ask, meet in small groups.
create table survey_draft (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  survey text not null,
  role text not null check (role in ('mentor', 'mentee')),
  person_id uuid not null,
  intake_id uuid not null,
  sealed bytea not null,
  changed_at timestamptz not null,
  until_at timestamptz not null,
  primary key (organisation_id, id),
  constraint survey_draft_one_each unique (organisation_id, season_id, survey, role, person_id),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
comment on column survey_draft.intake_id is 'Whose key seals it: the survey''s intake, one for each survey of a season.';
--;;
comment on column survey_draft.until_at is 'The end of the survey''s last day: after it the draft is deleted, sent or not.';
--;;
alter table outbox_message drop constraint outbox_message_kind_known;
--;;
alter table outbox_message add constraint outbox_message_kind_known check (kind in
  ('pair', 'no-place', 'sign-in', 'test', 'glass', 'hat', 'look-again', 'erased', 'left-alone', 'report',
   'meet-question', 'meet-reminder', 'meet-invitation', 'call-open', 'pair-news', 'survey-opens', 'survey-closes'));
--;;
create table training_evidence (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  person_id uuid not null,
  course text not null,
  kind text not null check (kind in ('link', 'file', 'word')),
  link text,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  constraint training_evidence_once unique (organisation_id, season_id, person_id, course),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
comment on table training_evidence is 'What somebody said or showed of a course themselves; without it a record came by a sheet.';
--;;
create table training_file (
  organisation_id uuid not null,
  evidence_id uuid not null,
  kind text not null check (kind in ('pdf', 'png', 'jpeg')),
  bytes bytea not null,
  primary key (organisation_id, evidence_id),
  foreign key (organisation_id, evidence_id) references training_evidence (organisation_id, id)
);
--;;
create table event_sign_up (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  person_id uuid not null,
  event text not null,
  session text not null,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  constraint event_sign_up_one_each unique (organisation_id, season_id, event, person_id),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
create table check_in_code (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  event text not null,
  session text not null,
  code text not null,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  constraint check_in_code_one_each unique (organisation_id, season_id, event, session),
  constraint check_in_code_once unique (organisation_id, code),
  foreign key (organisation_id, season_id) references season (organisation_id, id)
);
--;;
comment on column check_in_code.code is 'Shown at the event; it opens nothing but one''s own attendance, on the day of its session.';
--;;
create table board_question (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  event text,
  words text not null,
  asker text not null,
  asked_on date not null,
  answered_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, season_id) references season (organisation_id, id)
);
--;;
comment on column board_question.asker is 'A word that only this installation can make, of the question and the person: it knows one''s own question again, and names nobody.';
--;;
create index board_question_by_season on board_question (organisation_id, season_id);
--;;
create table board_vote (
  organisation_id uuid not null,
  question_id uuid not null,
  voter text not null,
  primary key (organisation_id, question_id, voter),
  foreign key (organisation_id, question_id) references board_question (organisation_id, id)
);
--;;
comment on column board_vote.voter is 'The same of a vote: each person has one, and nobody can be found by it.';
--;;
create table group_draw (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  event text not null,
  session text not null,
  seed integer not null,
  size integer not null check (size between 2 and 50),
  drawn_at timestamptz not null,
  primary key (organisation_id, id),
  constraint group_draw_once unique (organisation_id, season_id, event, session),
  foreign key (organisation_id, season_id) references season (organisation_id, id)
);
--;;
comment on column group_draw.seed is 'With the people and the size it gives the same groups again.';
--;;
create table group_place (
  organisation_id uuid not null,
  id uuid not null,
  draw_id uuid not null,
  person_id uuid not null,
  number integer not null,
  primary key (organisation_id, id),
  constraint group_place_one_each unique (organisation_id, draw_id, person_id),
  foreign key (organisation_id, draw_id) references group_draw (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
