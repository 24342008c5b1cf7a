import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Mark } from '../../ui/mark.tsx'
import type { Way, WayGroup } from '../ways.ts'

type Props = {
  organisation: string
  ways: readonly WayGroup[]
  /** The path of this page: its own link is marked. */
  here: string
  isSignedIn: boolean
}

/** Ways that one line of a phone holds beside the way out. */
const MOST_IN_LINE = 3

export function Masthead({ organisation, ways, here, isSignedIn }: Props) {
  return (
    <header class="double-rule">
      <div class="wrap flex flex-wrap items-start gap-x-6 gap-y-2 pt-4 pb-4 text-dense">
        <a class="mr-auto flex min-h-8 items-center gap-2.5 font-semibold hover:underline" href="/">
          <Mark />
          {organisation}
        </a>
        {/* On a phone the ways and the way out share the second line. */}
        <div class="ways">
          {ways.length > 0 && <Ways groups={ways} here={here} />}
          {isSignedIn && (
            <Form action="/sign-out" class="ways-out">
              <Button rank="row">Sign out</Button>
            </Form>
          )}
        </div>
      </div>
    </header>
  )
}

/** Few ways stand side by side; of many the first of each group does, and the rest opens below by group. */
function Ways({ groups, here }: { groups: readonly WayGroup[]; here: string }) {
  const all = groups.flatMap((it) => it.ways)
  if (all.length <= MOST_IN_LINE)
    return (
      <nav aria-label="Main" class="ways-nav">
        <InLine ways={all} here={here} />
      </nav>
    )
  const first = groups.slice(0, MOST_IN_LINE - 1).flatMap((it) => it.ways.slice(0, 1))
  const rest = groups
    .map(({ name, ways }) => ({ name, ways: ways.filter((it) => !first.includes(it)) }))
    .filter((it) => it.ways.length > 0)
  const isBelow = rest.some((group) => group.ways.some((it) => isOf(it, here)))
  return (
    <nav aria-label="Main" class="ways-nav">
      <InLine ways={first} here={here} />
      <details class="ways-more">
        <summary class={isBelow ? 'font-semibold' : undefined}>More</summary>
        <div class="ways-groups">
          {rest.map(({ name, ways }) => (
            <div key={name}>
              <p class="font-semibold">{name}</p>
              <ul>
                {ways.map((it) => (
                  <li key={it.href} class="py-1">
                    <WayLink way={it} here={here} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </details>
    </nav>
  )
}

function InLine({ ways, here }: { ways: readonly Way[]; here: string }) {
  return (
    <ul class="flex flex-wrap items-center gap-x-5 gap-y-1">
      {ways.map((it) => (
        <li key={it.href}>
          <WayLink way={it} here={here} />
        </li>
      ))}
    </ul>
  )
}

function WayLink({ way, here }: { way: Way; here: string }) {
  const isHere = isOf(way, here)
  return (
    <a class={isHere ? 'a font-semibold' : 'a'} aria-current={isHere ? 'page' : undefined} href={way.href}>
      {way.text}
    </a>
  )
}

/** A way may carry the season that is looked at. */
function isOf({ href }: Way, here: string): boolean {
  return href.split('?')[0] === here
}
