import type { HatsScreen } from '../../office/screens/hats.ts'
import { hatName } from '../../texts/en/hats.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'

type Props = Pick<HatsScreen, 'seasons' | 'mayChange'> & {
  latest: NonNullable<HatsScreen['latest']>
  today: string
  /** The last day it had before it was taken off just now. */
  untilBefore: string | null
}

/** What was changed just now, and the way back. */
export function HatChangedNotice({ latest, seasons, today, mayChange, untilBefore }: Props) {
  const name = hatName(latest.hat, latest.isDeputy)
  const isOff = latest.untilOn !== null && latest.untilOn < today
  const season = seasons.find((it) => it.id === latest.seasonId)?.key
  return (
    <div class="flex flex-wrap items-center gap-x-6 gap-y-2 bg-base-200 px-5 py-3" role="status">
      <p class="mr-auto">
        <Icon name="check" />
        {isOff ? `${latest.name} is not ${name} any more.` : `${latest.name} is ${name} now.`}
      </p>
      {mayChange && isOff && latest.lender === null && (
        <Form action="/office/hats">
          <input type="hidden" name="email" value={latest.email} />
          <input type="hidden" name="hat" value={latest.isDeputy ? 'deputy' : latest.hat} />
          {season && <input type="hidden" name="season" value={season} />}
          {untilBefore && <input type="hidden" name="until" value={untilBefore} />}
          <Button rank="row">Give it again</Button>
        </Form>
      )}
      {mayChange && !isOff && (
        <Form action={`/office/hats/${latest.id}/take`}>
          <Button rank="row">Take it off again</Button>
        </Form>
      )}
    </div>
  )
}
