-- What coordinators ask of the match and say of it: pairs to keep and to leave out, comments, and who ran and published it.
alter table match_run add column made_by uuid;
--;;
alter table match_run add column published_by uuid;
--;;
create table match_rule (
  organisation_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  change_id uuid not null,
  kind text not null check (kind in ('pinned', 'forbidden')),
  mentor_id uuid not null,
  mentee_id uuid not null,
  set_by uuid not null,
  set_on date not null,
  set_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (organisation_id, id),
  constraint match_rule_lifted_by_whom check ((lifted_by is null) = (lifted_at is null)),
  constraint match_rule_not_with_oneself check (mentor_id <> mentee_id),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, mentor_id) references person (organisation_id, id),
  foreign key (organisation_id, mentee_id) references person (organisation_id, id),
  foreign key (organisation_id, set_by) references person (organisation_id, id)
);
--;;
create unique index match_rule_once on match_rule (organisation_id, season_id, mentor_id, mentee_id) where lifted_at is null;
--;;
create unique index match_rule_one_pin on match_rule (organisation_id, season_id, mentee_id) where lifted_at is null and kind = 'pinned';
--;;
comment on column match_rule.change_id is 'What was done in one step, a swap for instance, is undone in one step.';
--;;
create table match_comment (
  organisation_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  mentor_id uuid not null,
  mentee_id uuid not null,
  author_id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  made_on date not null,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, run_id) references match_run (organisation_id, id),
  foreign key (organisation_id, mentor_id) references person (organisation_id, id),
  foreign key (organisation_id, mentee_id) references person (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id)
);
--;;
create index match_comment_of_run on match_comment (organisation_id, run_id, made_at);
