import type { DeskLine } from '../../../desk/rules/desk-line.ts'
import { dayRange, longDay, windowName } from '../../../texts/en/days.ts'
import { numberInWords } from '../../../texts/en/desk.ts'
import { countOf, respondentsInWords } from '../../../texts/en/results.ts'

type Said = { readonly title: string; readonly reason: string }
type Season = { readonly everyDays: number }

/** What a line says: what is so, and why it matters. `names` are the people it is about, in its order. */
export function lineInWords(line: DeskLine, names: readonly string[], season: Season): Said {
  const [first = 'Somebody', second = 'somebody'] = names
  switch (line.kind) {
    case 'quiet-pair':
    case 'disagree':
      return windowInWords(line, `${first} and ${second}`, season)
    case 'another-match': {
      const asker = line.people[0] === line.askedBy ? first : second
      const reserve =
        line.reserve === 0
          ? 'Nobody is in reserve at the moment.'
          : `${countOf(line.reserve, 'mentor is', 'mentors are')} in reserve.`
      return {
        title: `${asker} asked for another match`,
        reason: `The pair is ${first} and ${second}. What was told to the named contact stays there. ${reserve}`,
      }
    }
    case 'help': {
      const asker = line.people[0] === line.askedBy ? first : second
      return {
        title: `${asker} asked for help`,
        reason: `The pair is ${first} and ${second}. The other does not know.`,
      }
    }
    case 'look-again':
      return { title: `${first} asked that a person looks again`, reason: 'They were promised an answer by this day.' }
    case 'certificate':
      return {
        title: `No certificate from ${first} yet`,
        reason: `${line.training} was promised by the first day of the pair, ${longDay(line.startsOn)}.`,
      }
    case 'training':
      return {
        title: `${line.training}: ${line.completed} of ${countOf(line.expected, 'person', 'people')} have completed it`,
        reason: `The target is ${line.targetPercent} %, by ${longDay(line.dueOn)}.`,
      }
    case 'undelivered':
      return {
        title: `${countOf(line.letters, 'letter', 'letters')} to ${first} could not be delivered`,
        reason: 'The address may be wrong. What was to be read stands on their page all the same.',
      }
    case 'seats':
      return {
        title: `${line.event.name}: ${countOf(line.without, 'person has', 'people have')} no session inside their working day`,
        reason: `${line.roster} are expected. A session at another hour would help them.`,
      }
    case 'questions':
      return {
        title: `${line.event.name}: ${countOf(line.waiting, 'question waits', 'questions wait')} for an answer`,
        reason: 'Those with the most votes come first on the board.',
      }
    case 'survey':
      return {
        title: `${line.survey}: ${line.answered} of ${line.invited} ${respondentsInWords(line.role)} have answered`,
        reason: `The target is ${line.targetPercent} %. Everybody was reminded once; who has answered stays unknown, so write to all or to none.`,
      }
    case 'decide':
      return {
        title: `${countOf(line.many, 'application waits', 'applications wait')} for a decision`,
        reason: 'The calls are closed. The program’s rules decide over them.',
      }
    case 'match':
      return {
        title: 'The match can be run',
        reason: line.chosen
          ? `The day to choose has passed: ${line.chosen.chose} of ${countOf(line.chosen.asked, 'mentee')} chose from their shortlists.`
          : `${countOf(line.many, 'application is', 'applications are')} decided.`,
      }
    case 'shortlists':
      return line.isMissed
        ? {
            title: 'The day to choose has passed, and no shortlists were sent',
            reason: `Mentees were to choose until ${longDay(line.chooseBy)}. Give another day, or match without.`,
          }
        : {
            title: 'The shortlists wait to be sent',
            reason: `Mentees choose until ${longDay(line.chooseBy)}, and need some days for it.`,
          }
    case 'announce':
      return {
        title:
          line.many === 0
            ? `${countOf(line.pairs, 'pair waits', 'pairs wait')} to hear of each other`
            : `${countOf(line.many, 'letter is', 'letters are')} to be read before they leave`,
        reason: 'You read the letters, then everyone hears on the same day.',
      }
    case 'reviews':
      return {
        title: 'Some reviews are still out',
        reason: 'The decisions read them. Each reviewer is reminded once, three days before.',
      }
    case 'free-place':
      return {
        title: `${first} may have a place free, and ${countOf(line.waiting, 'mentee waits', 'mentees wait')}`,
        reason: `Their pair ended on ${longDay(line.endedOn)}. Ask whether they take another mentee; nobody is put back by themselves.`,
      }
    case 'season-decision':
      return {
        title: 'What becomes of the program is not decided yet',
        reason: `The season ended on ${longDay(line.endedOn)}. Go on, change or stop: it stands on the results page, with your reasons.`,
      }
    case 'season-closing':
      return {
        title: 'The season can be closed',
        reason: `It ended on ${longDay(line.endedOn)}. The page shows what is still open and what is kept; nothing hurries.`,
      }
    case 'place':
      return {
        title: `${countOf(line.waiting, 'mentee waits', 'mentees wait')}, and ${countOf(line.reserve, 'mentor is', 'mentors are')} in reserve`,
        reason: 'A later run of the match seats only those.',
      }
    case 'late':
      return {
        title: `${countOf(line.many, `late application of a ${line.role} waits`, `late applications of ${line.role}s wait`)} for a decision`,
        reason: `${line.role === 'mentor' ? countOf(line.waits, 'mentee is', 'mentees are') : countOf(line.waits, 'mentor is', 'mentors are')} waiting for a pair.`,
      }
  }
}

function windowInWords(
  { kind, line }: Extract<DeskLine, { kind: 'quiet-pair' | 'disagree' }>,
  pair: string,
  { everyDays }: Season,
): Said {
  const { firstDay, lastDay } = line.window
  const long = line.windows > 1 ? `${numberInWords(line.windows)} in a row.` : `One ${windowName(everyDays)}.`
  const days = dayRange(firstDay, lastDay)
  return kind === 'quiet-pair'
    ? { title: `Nothing is known of ${pair}`, reason: `${days}; both were asked. ${long}` }
    : {
        title: `${pair} remember it differently`,
        reason: `${days}: one says that they met, the other that they did not. It stays so until one of them changes it.`,
      }
}
