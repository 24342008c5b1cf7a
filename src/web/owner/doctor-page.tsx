import { HungSection } from '../../ui/hung-section.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Ledger } from '../../ui/ledger.tsx'
import type { Doctor } from '../../upkeep/actions/see-doctor.ts'

type Look = Doctor['looks'][number]

const WORDS: Readonly<Record<Look['state'], string>> = {
  holds: 'Holds here',
  broken: 'Broken here',
  look: 'To look at',
  tested: 'Shown by tests',
  unchecked: 'Not checked here',
}

/** How every promise stands on this installation: what to do first, what holds, and what nobody has looked at. */
export function DoctorPage({ looks, promises }: Doctor) {
  const of = (...states: readonly Look['state'][]) => looks.filter((it) => states.includes(it.state))
  const toDo = of('broken', 'look')
  return (
    <div class="wrap pt-8 md:pt-12">
      <h1 class="max-w-[26ch]">{heading(of('broken').length, of('look').length)}</h1>
      <p class="mt-3 max-w-measure text-muted">
        Looked at just now, on this installation. The same is printed by <code>npx alongside upkeep doctor</code>.
      </p>
      {toDo.length > 0 && (
        <HungSection id="to-do" heading="To look at">
          <Looks looks={toDo} />
        </HungSection>
      )}
      <HungSection id="holds" heading="Holds">
        <Looks looks={of('holds')} />
      </HungSection>
      <HungSection id="unchecked" heading="Not checked here">
        <Looks looks={of('unchecked')} />
      </HungSection>
      <HungSection id="promises" heading="The promises">
        <p class="mb-4 max-w-measure">
          What Alongside promises, and how each stands: by what was looked at above, or by a test of the product that
          you can run with <code>npm test</code>.
        </p>
        <Ledger
          caption="Every promise and how it stands"
          columns={[{ text: 'Promise' }, { text: 'Stands' }, { text: 'By what' }]}
          rows={promises.map((it) => [
            <Named key={it.key} name={it.promise} note={it.key} />,
            WORDS[it.state],
            <Evidence key={it.key} looks={it.looks} shownBy={it.shownBy} not={it.not} />,
          ])}
        />
      </HungSection>
    </div>
  )
}

function Looks({ looks }: { looks: readonly Look[] }) {
  if (looks.length === 0) return <p class="text-muted">Nothing.</p>
  return (
    <dl class="border-t border-rule text-dense">
      {looks.map((it) => (
        <div key={it.key} class="grid gap-x-6 border-b border-rule py-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <dt class="font-semibold">
            {it.state === 'broken' && <Icon name="circle-alert" />}
            {titleOf(it.key)}
            {it.state === 'broken' && ': broken'}
          </dt>
          <dd class="min-w-0 wrap-anywhere">{it.says}</dd>
        </div>
      ))}
    </dl>
  )
}

function Named({ name, note }: { name: string; note: string }) {
  return (
    <>
      {name} <span class="block text-note text-muted">{note}</span>
    </>
  )
}

function Evidence({ looks, shownBy, not }: Pick<Doctor['promises'][number], 'looks' | 'shownBy' | 'not'>) {
  return (
    <>
      {looks.length > 0 && <span class="block">{`Looked at: ${looks.map(titleOf).join(', ').toLowerCase()}`}</span>}
      {shownBy.map((file) => (
        <span key={file} class="block text-note wrap-anywhere text-muted">
          {file}
        </span>
      ))}
      {not && <span class="block">{`Not shown: ${not}`}</span>}
    </>
  )
}

function titleOf(key: string): string {
  const words = key.replaceAll('-', ' ')
  return words === 'https' ? 'HTTPS' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

function heading(broken: number, look: number): string {
  const also = look === 0 ? '' : `, ${look} ${look === 1 ? 'thing' : 'things'} to look at`
  if (broken === 0) return `Nothing here is broken${also}`
  return `${broken === 1 ? 'One thing is' : `${broken} things are`} broken here${also === '' ? '' : `, ${look} to look at`}`
}
