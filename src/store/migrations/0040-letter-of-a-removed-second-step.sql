-- A letter to whoever's second step was removed at the machine.
alter table outbox_message drop constraint outbox_message_kind_known;
--;;
alter table outbox_message add constraint outbox_message_kind_known check (kind in
  ('pair', 'no-place', 'sign-in', 'test', 'glass', 'hat', 'look-again', 'erased', 'left-alone', 'report',
   'meet-question', 'meet-reminder', 'meet-invitation', 'call-open', 'pair-news', 'survey-opens', 'survey-closes',
   'mentor-request', 'mentor-news', 'manager-ask', 'receipt', 'pair-ended', 'asks-coordinator',
   'still-going', 'desk-digest', 'from-coordinator', 'shortlist', 'event-news', 'certificate-ready',
   'reviews-given', 'reviews-due', 'step-removed'));
