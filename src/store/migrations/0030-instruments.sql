-- Surveys also ask supervisors, where their people agreed to it, and people whose pair ended early.
alter table survey_draft drop constraint survey_draft_role_check;
--;;
alter table survey_draft add constraint survey_draft_role_check check (role in ('mentor', 'mentee', 'supervisor', 'leaver'));
--;;
alter table survey_sent drop constraint survey_sent_role_check;
--;;
alter table survey_sent add constraint survey_sent_role_check check (role in ('mentor', 'mentee', 'supervisor', 'leaver'));
--;;
alter table survey_answered drop constraint survey_answered_role_check;
--;;
alter table survey_answered add constraint survey_answered_role_check check (role in ('mentor', 'mentee', 'supervisor', 'leaver'));
--;;
alter table survey_answer drop constraint survey_answer_role_check;
--;;
alter table survey_answer add constraint survey_answer_role_check check (role in ('mentor', 'mentee', 'supervisor', 'leaver'));
--;;
create table supervisor_agreement (
  organisation_id uuid not null,
  season_id uuid not null,
  survey text not null,
  person_id uuid not null,
  supervisor_id uuid not null,
  closes_on date not null,
  primary key (organisation_id, season_id, survey, person_id),
  constraint supervisor_agreement_season foreign key (organisation_id, season_id) references season (organisation_id, id),
  constraint supervisor_agreement_person foreign key (organisation_id, person_id) references person (organisation_id, id),
  constraint supervisor_agreement_supervisor foreign key (organisation_id, supervisor_id) references person (organisation_id, id)
);
--;;
comment on table supervisor_agreement is 'That somebody agreed that one survey asks their supervisor about the program. No row is a no, and who has none is told to nobody.';
--;;
comment on column supervisor_agreement.supervisor_id is 'Whom the person agreed to, by name: nobody else is asked, whatever the directory says since.';
--;;
comment on column supervisor_agreement.closes_on is 'The last day of the survey, from which the row is kept as long as the ledger of who answered.';
--;;
create index supervisor_agreement_by_supervisor on supervisor_agreement (organisation_id, supervisor_id);
