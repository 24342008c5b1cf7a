import type { DirectoryLine } from '../../../people/screens/directory.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Link } from '../../../ui/link.tsx'

/** One person of a list: who they are, where they work, and what is not as usual. */
export function PersonLine({ line }: { line: DirectoryLine }) {
  const home = [line.department, line.division].filter((it, at, all) => it && all.indexOf(it) === at)
  return (
    <li class="grid gap-x-8 gap-y-1 border-t border-rule py-3 text-dense md:grid-cols-[minmax(0,1.1fr)_minmax(0,1.2fr)_9rem]">
      <div class="min-w-0 wrap-anywhere">
        <p class="font-semibold">
          <Link href={`/people/${line.id}`}>{line.name}</Link>
        </p>
        {line.email !== line.name && <p class="text-note text-muted">{line.email}</p>}
      </div>
      <div class="min-w-0 wrap-anywhere">
        {line.title && <p>{line.title}</p>}
        {home.length > 0 && <p class="text-note text-muted">{home.join(', ')}</p>}
      </div>
      <p class="text-note text-muted md:text-right">{marksOf(line).join('. ')}</p>
    </li>
  )
}

/** What is to be known before trusting the rest: not in the directory, or gone. */
export function marksOf(it: Pick<DirectoryLine, 'kind' | 'leftOn'>): readonly string[] {
  const kinds = { directory: [], guest: ['Guest'], 'self-declared': ['Self-declared'] }
  return [...kinds[it.kind], ...(it.leftOn ? [`Left on ${longDay(it.leftOn)}`] : [])]
}
