import { type LookBack, stepOf } from '../../../journey/results/rules/look-back.ts'
import { Island } from '../../../ui/island.tsx'

type Props = { lookBack: LookBack; asOf: string }

/** A way through the days of the season, beside the field for one; hidden where no script moves it. */
export function LookBackSlider({ lookBack, asOf }: Props) {
  const { from, steps, today, closed } = lookBack
  const texts = closed.map(({ at, surveys }) => [at, closedInWords(surveys)])
  return (
    <div
      class="basis-full [&>*]:max-w-measure"
      data-look-back
      data-from={from}
      data-today={today}
      data-closed={JSON.stringify(texts)}
      hidden
    >
      <label class="block text-note" for="look-back-day">
        Through the season, day by day
      </label>
      <input
        class="h-11 w-full cursor-pointer accent-primary"
        type="range"
        id="look-back-day"
        min="0"
        max={steps}
        value={stepOf(lookBack, asOf)}
        list="look-back-days"
        aria-describedby="look-back-how"
        autocomplete="off"
      />
      <datalist id="look-back-days">
        {closed.map(({ at }) => (
          <option key={at} value={at} />
        ))}
      </datalist>
      <output class="block" for="look-back-day" />
      <p class="text-note text-muted" id="look-back-how">
        Let go on a day to see its figures; from the keyboard, press Enter there.
      </p>
      <Island name="look-back" />
    </div>
  )
}

function closedInWords(surveys: readonly string[]): string {
  return surveys.length === 0 ? 'No survey has closed by then.' : `Surveys closed by then: ${surveys.join(', ')}.`
}
