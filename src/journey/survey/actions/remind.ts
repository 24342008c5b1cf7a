import { addDays, dayIn } from '../../../calendar/days.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { queueLetters } from '../../../runtime/queue-letters.ts'
import type { Tx } from '../../../store/database.ts'
import { pairsOf } from '../../../store/matches.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { announcedPairs, namesOfHere, seasonsWithSurveys } from '../../../store/participants.ts'
import { lockSeason, type Season } from '../../../store/seasons.ts'
import { supervisorsOfSeason } from '../../../store/supervisor-agreements.ts'
import { answeredOf, surveyLetters } from '../../../store/survey-drafts.ts'
import { reminderLetter } from '../messages/reminder-letter.ts'
import { countMinutes } from '../rules/answering.ts'
import { planReminders, type Reminder } from '../rules/reminding.ts'
import { planAgreed } from '../rules/respondents.ts'

/** Writes the letters about surveys that are due now; running it again writes none twice. */
export async function remindOfSurveys(ctx: Context): Promise<{ written: number }> {
  return within(ctx, async (tx) => {
    // A day on each side, for zones in which it is another day.
    const [from, until] = [addDays(ctx.today, -1), addDays(ctx.today, 1)]
    let written = 0
    for (const season of await seasonsWithSurveys(tx, ctx.organisationId, from, until))
      written += await remindIn(ctx, tx, season)
    return { written }
  })
}

async function remindIn(ctx: Context, tx: Tx, season: Season): Promise<number> {
  await lockSeason(tx, ctx.organisationId, season.id)
  const today = dayIn(ctx.clock.now(), season.program.zone)
  // A letter about a survey would tell a pair before everyone hears.
  const announced = await announcedPairs(tx, ctx.organisationId, season.id)
  const published = await pairsOf(tx, ctx.organisationId, season.id)
  const pairs = published.filter((it) => season.program.endsOn < today || announced.has(it.id)).map(asPairFact)
  const supervisors = await supervisorsOfSeason(tx, ctx.organisationId, season.id)
  const people = new Set(pairs.flatMap((pair) => [pair.mentorId, pair.menteeId]))
  for (const { supervisorId } of supervisors) people.add(supervisorId)
  const names = await namesOfHere(tx, ctx.organisationId, [...people], today)
  const answered = new Set((await answeredOf(tx, ctx.organisationId, season.id)).map(wordOf))
  const letters = await surveyLetters(tx, ctx.organisationId, season.id)
  const told = new Set(letters.map((it) => `${it.kind} ${it.about.split(' ').slice(0, 2).join(' ')} ${it.personId}`))
  const due = planReminders({
    program: season.program,
    pairs,
    supervisors,
    hasAnswered: (survey, role, personId) => answered.has(wordOf({ survey, role, personId })),
    wasTold: (it) => told.has(`${it.kind} ${aboutOf(it)} ${it.personId}`),
    isHere: (personId) => names.has(personId),
    today,
    loadedOn: season.loadedOn,
  })
  if (due.length === 0) return 0
  await permit(ctx, tx, 'survey.remind', { seasonId: season.id })
  const agreedBy = (it: Reminder) =>
    it.role === 'supervisor'
      ? planAgreed(season.program, it.survey, { pairs, supervisors }).filter((one) => one.supervisorId === it.personId)
      : []
  const written = due.map((it) =>
    letterOf(
      ctx,
      season,
      it,
      names,
      agreedBy(it).map((one) => one.personId),
    ),
  )
  await queueLetters(ctx, tx, written)
  return written.length
}

function letterOf(
  ctx: Context,
  { id, key, program }: Season,
  it: Reminder,
  names: ReadonlyMap<string, string>,
  agreed: readonly string[],
) {
  const survey = program.surveys[it.survey]
  const facts = {
    name: names.get(it.personId) ?? '',
    agreed: agreed.flatMap((one) => names.get(one) ?? []),
    respondent: it.role,
    program: program.name,
    survey: survey?.name ?? it.survey,
    minutes: countMinutes(survey?.questions[it.role] ?? []),
    closesOn: survey?.closes ?? '',
    address: `${ctx.publicUrl}/seasons/${key}/surveys/${it.survey}?role=${it.role}`,
  }
  return {
    seasonId: id,
    personId: it.personId,
    kind: it.kind,
    // Whom it names, too, so that an erasure finds it.
    about: [aboutOf(it), ...agreed].join(' '),
    ...reminderLetter(it.kind, facts),
  }
}

function aboutOf({ survey, role }: Pick<Reminder, 'survey' | 'role'>): string {
  return `${survey} ${role}`
}

function wordOf(it: Pick<Reminder, 'survey' | 'role' | 'personId'>): string {
  return `${it.survey} ${it.role} ${it.personId}`
}
