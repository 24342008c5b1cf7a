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
   'call-open', 'pair-news', 'survey-opens', 'survey-closes'));
