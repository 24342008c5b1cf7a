-- Versions of a season are numbered, so that two of one instant have an order; and whoever signed up for an event hears of it.
alter table season_version add column number integer check (number > 0);
--;;
update season_version set number = o.number
  from (select organisation_id, id,
      row_number() over (partition by organisation_id, season_id order by recorded_at, id)::int as number from season_version) o
  where o.organisation_id = season_version.organisation_id and o.id = season_version.id;
--;;
alter table season_version alter column number set not null;
--;;
alter table season_version add constraint season_version_one_number unique (organisation_id, season_id, number);
--;;
comment on column season_version.number is 'From 1, in the order they were put in force.';
--;;
alter table outbox_message drop constraint outbox_message_kind_known;
--;;
alter table outbox_message add constraint outbox_message_kind_known check (kind in
  ('pair', 'no-place', 'sign-in', 'test', 'glass', 'hat', 'look-again', 'erased', 'left-alone', 'report',
   'meet-question', 'meet-reminder', 'meet-invitation', 'call-open', 'pair-news', 'survey-opens', 'survey-closes',
   'mentor-request', 'mentor-news', 'manager-ask', 'receipt', 'pair-ended', 'asks-coordinator',
   'still-going', 'desk-digest', 'from-coordinator', 'event-news'));
