import type { ClosingScreen } from '../../../desk/screens/closing.ts'
import { countOf } from '../../../texts/en/results.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Link } from '../../../ui/link.tsx'
import { writePath } from '../desk/group-in-words.ts'

const PAST_PAIRS = {
  never: 'Pairs of this season are not made again.',
  worth: 'A pair of this season is worth fewer points in the next match.',
} as const

/** The way into the next season: the same rules on other dates, with what was decided. */
export function NextSeason({ it }: { it: ClosingScreen }) {
  const { decision, season, interested } = it
  if (decision?.decision === 'stop')
    return <p class="max-w-measure">It was decided that the program ends here. A later decision takes its place.</p>
  return (
    <div class="max-w-measure space-y-4">
      <p>The rules and words of this season on new dates: every day moves to the new start, and you read all of it.</p>
      {decision?.changes && (
        <p>
          What was decided comes along as the first line of its decision log:{' '}
          <q class="whitespace-pre-line wrap-anywhere" dir="auto">
            {decision.changes}
          </q>
        </p>
      )}
      <p>
        {it.pastPairs
          ? PAST_PAIRS[it.pastPairs]
          : 'Pairs of this season may be made again; the file can say otherwise.'}{' '}
        {it.waiting > 0 && (
          <>
            {countOf(it.waiting, 'mentee')} had no place:{' '}
            <Link href={writePath(season, { to: 'waiting', who: 'mentees' })}>write to them</Link>.{' '}
          </>
        )}
        {interested.mentor + interested.mentee > 0
          ? `${countOf(interested.mentee, 'person wants', 'people want')} to hear when mentees are called, ${interested.mentor} when mentors are: each gets one letter on that day, by itself.`
          : 'Whoever asks to hear of the next call gets one letter on that day, by itself; nobody has asked so far.'}
      </p>
      {it.mayBegin ? (
        <p>
          <ButtonLink href={`/desk/design/start?from=season&of=${encodeURIComponent(season)}`}>
            Begin the next season from this one
          </ButtonLink>
        </p>
      ) : (
        <p>A coordinator of the whole organisation begins it.</p>
      )}
    </div>
  )
}
