import { contentShown, onWhatGround, whoDid } from '../../texts/en/audit.ts'
import { shortDay } from '../../texts/en/days.ts'
import { Icon } from '../../ui/icon.tsx'
import type { AuditLineShown } from '../../upkeep/screens/audit.ts'

/** One line of the audit: when, what, who, on what ground, and whether it was let through. */
export function AuditRow({ line, year }: { line: AuditLineShown; year: string }) {
  const day = line.recordedAt.slice(0, 10)
  const facts = [
    onWhatGround(line.ground),
    line.season === null ? '' : `season ${line.season}`,
    line.onDay === day ? '' : `for ${shortDay(line.onDay, year)}`,
  ]
  return (
    <li class="grid gap-x-6 gap-y-1 border-b border-rule py-3 text-dense sm:grid-cols-[9rem_minmax(0,1fr)_auto]">
      <p class="text-muted tabular-nums">
        {shortDay(day, year)}, <span class="whitespace-nowrap">{line.recordedAt.slice(11, 16)} UTC</span>
      </p>
      <div class="min-w-0 wrap-anywhere">
        <p class="font-semibold">{line.does}</p>
        <p>{[whoDid(line.actorKind, line.name), ...facts].filter(Boolean).join(', ')}</p>
        {line.people > 0 && <p class="text-muted">{contentShown(line.people)}</p>}
        <p class="text-note text-muted">{line.about === null ? line.action : `${line.action}: ${line.about}`}</p>
      </div>
      {line.outcome === 'refused' ? (
        <p class="font-semibold">
          <Icon name="circle-alert" />
          Refused
        </p>
      ) : (
        <p class="sr-only text-muted sm:not-sr-only">Done</p>
      )}
    </li>
  )
}
