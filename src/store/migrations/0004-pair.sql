-- What the two of a pair write together, sealed with the pair's key, and what either of them asks for.
create table shared_wording (
  organisation_id uuid not null,
  id uuid not null,
  pair_id uuid not null,
  kind text not null check (kind in ('agreement', 'goal', 'progress', 'page')),
  document_id uuid not null,
  number integer not null,
  based_on integer not null,
  author_id uuid not null,
  sealed bytea not null,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  constraint shared_wording_one_number unique (organisation_id, pair_id, kind, document_id, number),
  constraint shared_wording_looks_back check (based_on >= 0 and based_on < number),
  foreign key (organisation_id, pair_id) references pair (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id)
);
--;;
comment on table shared_wording is 'Each wording of what a pair keeps together; none is ever overwritten, the highest number stands.';
--;;
comment on column shared_wording.document_id is 'A page of the workbook; for agreement, goal and progress the pair itself, which has one of each.';
--;;
comment on column shared_wording.based_on is 'The number its author had before them: those between were written at the same time.';
--;;
create table pair_request (
  organisation_id uuid not null,
  id uuid not null,
  pair_id uuid not null,
  kind text not null check (kind in ('help', 'another-match', 'extension')),
  asked_by uuid not null,
  asked_on date not null,
  asked_at timestamptz not null,
  until_on date,
  agreed_by uuid,
  agreed_at timestamptz,
  primary key (organisation_id, id),
  constraint pair_request_once_a_day unique nulls not distinct (organisation_id, pair_id, kind, asked_by, asked_on, until_on),
  constraint pair_request_agreed_by_the_other check (agreed_by is null or agreed_by <> asked_by),
  foreign key (organisation_id, pair_id) references pair (organisation_id, id),
  foreign key (organisation_id, asked_by) references person (organisation_id, id)
);
--;;
comment on column pair_request.until_on is 'The day until which an extension goes; null for all else.';
--;;
create index pair_request_by_pair on pair_request (organisation_id, pair_id);
--;;
alter table outbox_message drop constraint outbox_message_kind_known;
--;;
alter table outbox_message add constraint outbox_message_kind_known check (kind in
  ('pair', 'no-place', 'sign-in', 'test', 'glass', 'hat', 'look-again', 'erased', 'left-alone', 'report', 'call-open', 'pair-news'));
