-- A coordinator's own minutes on their pages: only where they switched it on, and only for themself.
create table minutes_choice (
  organisation_id uuid not null,
  person_id uuid not null,
  counted_since timestamptz not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
create table own_minutes (
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  part text not null check (length(part) between 1 and 40),
  minutes integer not null check (minutes between 1 and 1440),
  last_at timestamptz not null,
  primary key (organisation_id, person_id, on_day, part),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
--;;
comment on column own_minutes.part is 'Which pages of the desk: a word of a fixed list, never an address.';
--;;
comment on column own_minutes.last_at is 'When the last minute was counted: two windows never count the same minute.';
