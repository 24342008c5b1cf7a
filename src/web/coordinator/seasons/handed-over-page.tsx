import type { HandOverShown } from '../../../desk/screens/hand-over.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { OpenLines } from './open-lines.tsx'

/** One hand-over: for who gave the season, the way back on its day; for who has it now, what is open. */
export function HandedOverPage({ handOver: it, refused }: { handOver: HandOverShown; refused: string | null }) {
  return (
    <div class="wrap pt-6 md:pt-10">
      {refused && <ErrorSummary heading="Not undone" errors={[{ fieldId: 'main', text: refused }]} />}
      <p class={refused ? 'mt-8 text-muted' : 'text-muted'}>{it.name}</p>
      <h1 class="mt-1 max-w-[26ch]">{heading(it)}</h1>
      <p class="mt-3 max-w-measure wrap-anywhere">
        {`${it.from} handed the season over to ${it.to} on ${longDay(it.on)}. `}
        {it.isUndone && 'It was undone on the same day: every hat is as it was before.'}
      </p>
      {it.canUndo && (
        <Form action={`/hand-overs/${it.id}/undo`} class="mt-6 max-w-measure space-y-3">
          <p>Until the day ends you can take it back. After that they can hand it back to you.</p>
          <Button>Undo</Button>
        </Form>
      )}
      {it.isMine && !it.isUndone && (
        <section class="mt-block max-w-measure" aria-labelledby="open">
          <h2 id="open">What is open</h2>
          {it.open ? (
            <OpenLines open={it.open} season={it.season} />
          ) : (
            <p class="mt-2">
              <Link href={`/desk?season=${it.season}`}>Open the desk</Link>; it asks for your second step first.
            </p>
          )}
          <ul class="mt-6 space-y-2">
            <li>
              <Link href={`/desk/pairs?season=${it.season}`}>Pairs</Link>
            </li>
            <li>
              <Link href={`/desk/selection?season=${it.season}`}>How far selecting is</Link>
            </li>
            <li>
              <Link href={`/desk/activity?season=${it.season}`}>What the team did so far</Link>
            </li>
          </ul>
        </section>
      )}
    </div>
  )
}

function heading(it: HandOverShown): string {
  if (it.isUndone) return 'The hand-over was undone'
  return it.isMine ? 'The season is yours now' : `${it.to} has the season now`
}
