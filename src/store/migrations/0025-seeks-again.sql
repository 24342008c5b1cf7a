-- Who is to find another partner after their pair has ended.
create table seeks_again (
  organisation_id uuid not null,
  pair_id uuid not null,
  person_id uuid not null,
  marked_by uuid,
  marked_on date not null,
  marked_at timestamptz not null,
  primary key (organisation_id, pair_id, person_id),
  foreign key (organisation_id, pair_id) references pair (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, marked_by) references person (organisation_id, id)
);
--;;
comment on table seeks_again is 'Of an ended pair: this one of the two is back on the waiting list, or has their place free again. The next run of the match seats them.';
