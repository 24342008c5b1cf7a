-- What each person chooses of their letters, letters that stay on the page, and two kinds of their own.
create table letter_choice (
  organisation_id uuid not null,
  person_id uuid not null,
  page_only text[] not null default '{}',
  quiet_days integer[] not null default '{}',
  changed_at timestamptz not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint letter_choice_weekdays check (quiet_days <@ '{1,2,3,4,5,6,7}')
);
--;;
comment on table letter_choice is 'Which letters a person wants on their page only, and on which days of the week none by e-mail.';
--;;
insert into letter_choice (organisation_id, person_id, page_only, changed_at)
  select organisation_id, person_id, '{meetings}', off_at from reminders_off;
--;;
drop table reminders_off;
--;;
alter table outbox_message drop constraint outbox_message_state_known;
--;;
alter table outbox_message add constraint outbox_message_state_known
  check (state in ('draft', 'released', 'sent', 'kept', 'filed', 'failed', 'withdrawn', 'page'));
--;;
alter table outbox_message drop constraint outbox_message_kind_known;
--;;
alter table outbox_message add constraint outbox_message_kind_known check (kind in
  ('pair', 'no-place', 'sign-in', 'test', 'glass', 'hat', 'look-again', 'erased', 'left-alone', 'report',
   'meet-question', 'meet-reminder', 'meet-invitation', 'call-open', 'pair-news', 'survey-opens', 'survey-closes',
   'mentor-request', 'mentor-news', 'manager-ask', 'receipt', 'pair-ended', 'asks-coordinator'));
--;;
update outbox_message set kind = 'pair-ended' where kind = 'pair-news' and state in ('released', 'kept')
  and about in (select p.id::text from pair p where p.organisation_id = outbox_message.organisation_id);
