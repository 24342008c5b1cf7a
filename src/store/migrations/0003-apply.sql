-- Applying in the browser: drafts, withdrawing, wishes, and who wants to hear when a call opens.
alter table application add column answers jsonb;
--;;
comment on column application.answers is 'Answers to questions of the program file that have no column of their own, by the question''s key.';
--;;
alter table application add column asynchronous boolean;
--;;
alter table application add column withdrawn_at timestamptz;
--;;
comment on column application.withdrawn_at is 'When its person took it back; it is then superseded by itself, so that nothing finds it in force.';
--;;
create table application_draft (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('mentor', 'mentee')),
  sealed bytea not null,
  version integer not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  constraint application_draft_one_each unique (organisation_id, season_id, person_id, role),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
create table match_wish (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('mentor', 'mentee')),
  sealed bytea not null,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  constraint match_wish_one_each unique (organisation_id, season_id, person_id, role),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
comment on table match_wish is 'Whom somebody would like to be paired with and whom not, sealed together: the row does not tell which of them there is.';
--;;
create table call_interest (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('mentor', 'mentee')),
  asked_at timestamptz not null,
  primary key (organisation_id, id),
  constraint call_interest_one_each unique (organisation_id, person_id, role),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
alter table outbox_message drop constraint outbox_message_kind_known;
--;;
alter table outbox_message add constraint outbox_message_kind_known check (kind in
  ('pair', 'no-place', 'sign-in', 'test', 'glass', 'hat', 'look-again', 'erased', 'left-alone', 'report', 'call-open'));
