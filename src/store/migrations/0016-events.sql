-- Small groups can be drawn again, and a question can be taken off the board and put back.
alter table group_draw add column replaced_at timestamptz;
--;;
alter table group_draw drop constraint group_draw_once;
--;;
create unique index group_draw_one_current on group_draw (organisation_id, season_id, event, session) where replaced_at is null;
--;;
comment on column group_draw.replaced_at is 'When the groups were drawn again; the draw that holds has none.';
--;;
alter table board_question add column hidden_on date;
--;;
comment on column board_question.hidden_on is 'Taken off the board by a coordinator on this day: only they and whoever asked still see it.';
