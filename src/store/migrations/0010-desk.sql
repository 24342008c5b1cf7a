-- What coordinators made of the lines on their desk: done, or put off until a day.
create table desk_mark (
  organisation_id uuid not null,
  season_id uuid not null,
  line_key text not null check (length(line_key) between 1 and 200),
  state text not null check (state in ('done', 'snoozed')),
  until_on date,
  marked_by uuid not null,
  marked_on date not null,
  marked_at timestamptz not null,
  primary key (organisation_id, season_id, line_key),
  constraint desk_mark_put_off_until check ((state = 'snoozed') = (until_on is not null)),
  foreign key (organisation_id, season_id) references season (organisation_id, id),
  foreign key (organisation_id, marked_by) references person (organisation_id, id)
);
--;;
comment on column desk_mark.line_key is 'The kind of the line and the ids it is about; what the line says is made anew each time.';
