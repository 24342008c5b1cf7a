import type { BoardScreen } from '../../office/screens/board.ts'
import { Facts } from '../../ui/facts.tsx'
import { LinkList } from '../../ui/link-list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BoardLineRow } from './board-line.tsx'

type Props = BoardScreen & {
  readonly today: string
  readonly sendsMail: boolean
  readonly templates: readonly { readonly file: string; readonly name: string }[]
  /** Whether this owner may load a program. */
  readonly mayLoad: boolean
  readonly links: readonly { readonly text: string; readonly url: string }[]
  /** What was done just now. */
  readonly done: string | null
}

/** The owner's board: what is left to set up, until nothing is; then what stands. */
export function BoardPage(props: Props) {
  const { facts, lines, done, links } = props
  const open = lines.filter((line) => !line.done)
  const over = lines.filter((line) => line.done)
  return (
    <div class="wrap pt-8 md:pt-12">
      {done !== null && <Notice>{done}</Notice>}
      <div class="mt-8 grid gap-x-16 gap-y-section first:mt-0 lg:grid-cols-[minmax(0,1fr)_var(--container-margin)]">
        <div class="min-w-0">
          <p class="text-dense text-muted">{open.length === 0 ? facts.name : `Setting up ${facts.name}`}</p>
          <h1 class="mt-1 max-w-[26ch]">{heading(open.length)}</h1>
          {open.length === 0 && <Standing facts={facts} />}
          {open.length > 0 && (
            <ol class="mt-8 border-b border-rule">
              {open.map((line, at) => (
                <BoardLineRow key={line.key} {...props} line={line} isFirst={at === 0} />
              ))}
            </ol>
          )}
          {over.length > 0 && (
            <section class="mt-section" aria-labelledby="done">
              <h2 id="done">{open.length === 0 ? 'What is set up' : 'Done'}</h2>
              <ul class="mt-3 border-b border-rule">
                {over.map((line) => (
                  <BoardLineRow key={line.key} {...props} line={line} isFirst={false} />
                ))}
              </ul>
            </section>
          )}
        </div>
        <aside aria-label="More of the office">
          <h2 class="text-read">More of the office</h2>
          <div class="[&_ul]:mt-2 [&_ul]:flex-col [&_ul]:gap-y-2">
            <LinkList links={links} />
          </div>
          <p class="mt-6 text-note text-muted">
            Owners set up and cannot read content. What two people open for an hour is listed under opened applications.
          </p>
        </aside>
      </div>
    </div>
  )
}

const WORDS = [
  'Nothing',
  'One thing',
  'Two things',
  'Three things',
  'Four things',
  'Five things',
  'Six things',
  'Seven things',
]

function heading(open: number): string {
  if (open === 0) return 'Everything is set up'
  return `${WORDS[open] ?? `${open} things`} ${open === 1 ? 'is' : 'are'} left to set up`
}

function Standing({ facts }: Pick<BoardScreen, 'facts'>) {
  return (
    <div class="mt-8">
      <Facts
        facts={[
          { term: 'People in the directory', value: facts.people },
          { term: 'Seasons', value: facts.seasons },
          { term: 'One person for both', value: facts.onePersonDecidedOn ? 'decided' : 'no' },
        ]}
      />
    </div>
  )
}
