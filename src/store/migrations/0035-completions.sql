-- Who has completed a season, and the certificates that they show others.
create table completion (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('mentor', 'mentee')),
  from_on date not null,
  until_on date not null,
  minutes integer not null check (minutes >= 0),
  done_on date not null,
  ready_on date,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  constraint completion_one_each unique (organisation_id, season_id, person_id, role),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
comment on column completion.ready_on is 'Since when everything is done, the surveys too: whether somebody answered is theirs to know, so no list shows it.';
--;;
create table shown_certificate (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('mentor', 'mentee')),
  lines text[] not null,
  from_on date not null,
  until_on date not null,
  minutes integer not null check (minutes >= 0),
  hash text not null,
  sealed bytea not null,
  made_on date not null,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  constraint shown_certificate_one_each unique (organisation_id, season_id, person_id, role),
  constraint shown_certificate_hash unique (organisation_id, hash),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
comment on column shown_certificate.lines is 'What its holder chose to have stand on it; nothing else of the row is shown to whoever has the link.';
--;;
comment on column shown_certificate.hash is 'Of the code in its link; the code itself is sealed for its holder, who sees the link again.';
--;;
alter table outbox_message drop constraint outbox_message_kind_known;
--;;
alter table outbox_message add constraint outbox_message_kind_known check (kind in
  ('pair', 'no-place', 'sign-in', 'test', 'glass', 'hat', 'look-again', 'erased', 'left-alone', 'report',
   'meet-question', 'meet-reminder', 'meet-invitation', 'call-open', 'pair-news', 'survey-opens', 'survey-closes',
   'mentor-request', 'mentor-news', 'manager-ask', 'receipt', 'pair-ended', 'asks-coordinator',
   'still-going', 'desk-digest', 'from-coordinator', 'event-news', 'shortlist', 'certificate-ready'));
