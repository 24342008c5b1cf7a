-- Who reviews which application, and notes that are kept beside it.
create table review_assignment (
  organisation_id uuid not null,
  application_id uuid not null,
  reviewer_id uuid not null,
  step_id uuid not null,
  assigned_by uuid not null,
  assigned_at timestamptz not null,
  excused_at timestamptz,
  primary key (organisation_id, application_id, reviewer_id),
  constraint review_assignment_of_application foreign key (organisation_id, application_id) references application (organisation_id, id),
  constraint review_assignment_of_reviewer foreign key (organisation_id, reviewer_id) references person (organisation_id, id)
);
--;;
comment on column review_assignment.excused_at is 'When the reviewer said that they stand too near; no reason is kept.';
--;;
create index review_assignment_by_reviewer on review_assignment (organisation_id, reviewer_id);
--;;
create table review_note (
  organisation_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  author_id uuid not null,
  words text not null check (length(words) between 1 and 4000),
  made_at timestamptz not null,
  primary key (organisation_id, id),
  constraint review_note_of_application foreign key (organisation_id, application_id) references application (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id)
);
--;;
create index review_note_by_application on review_note (organisation_id, application_id);
