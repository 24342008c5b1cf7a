-- Who of the people team said it, beside the day: somebody who opens the same list later sees whose answer stands.
alter table clearance add column decided_by uuid;
--;;
comment on column clearance.decided_by is 'Null for what was said before this was kept.';
