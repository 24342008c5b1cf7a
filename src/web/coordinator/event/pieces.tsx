import { NEW_PIECE, type PieceGiven } from '../../../journey/gather/rules/event-given.ts'
import { Field } from '../../../ui/field.tsx'

/** Empty lines under those that are filled, so that several can be written before one saves. */
const BLANK_LINES = 2

type Props = {
  pieces: readonly PieceGiven[]
  /** Of the whole event, as entered. */
  minutes: string
  errorOf: (place: string) => string | undefined
}

/** What happens in an event, piece by piece: words, how long, and in which order. */
export function Pieces({ pieces, minutes, errorOf }: Props) {
  const lines = [...pieces, ...Array.from({ length: BLANK_LINES }, () => NEW_PIECE)]
  return (
    <div class="space-y-4">
      <h2>What happens in it</h2>
      <p class="text-muted">
        {together(pieces, minutes)}Another number puts a piece elsewhere; one without words is taken out.
      </p>
      {lines.map((it, at) => (
        <fieldset key={at} class="border-t border-rule pt-4">
          <legend class="sr-only">{it.text ? `Piece ${at + 1}` : 'One more piece'}</legend>
          <div class="grid grid-cols-2 gap-4 sm:grid-cols-[minmax(0,1fr)_6rem_6rem] [&>:first-child]:max-sm:col-span-2">
            <Field
              id={`piece-${at}`}
              label={it.text ? `Piece ${at + 1}` : 'One more piece'}
              value={it.text}
              error={errorOf(`piece-${at}`)}
              maxLength={500}
            />
            <Field
              id={`pieceMinutes-${at}`}
              label="Minutes"
              value={it.minutes}
              error={errorOf(`pieceMinutes-${at}`)}
              inputMode="numeric"
              maxLength={4}
            />
            <Field
              id={`pieceAt-${at}`}
              label="Comes as"
              value={it.place}
              error={errorOf(`pieceAt-${at}`)}
              inputMode="numeric"
              maxLength={4}
            />
          </div>
        </fieldset>
      ))}
    </div>
  )
}

/** How long the pieces are together, where each says it. */
function together(pieces: readonly PieceGiven[], minutes: string): string {
  const each = pieces.map((it) => Number(it.minutes))
  if (each.length === 0 || each.some((it) => !Number.isInteger(it) || it < 1)) return ''
  const sum = each.reduce((all, it) => all + it, 0)
  return `Together ${sum} of ${minutes || '?'} minutes. `
}
