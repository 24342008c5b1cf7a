import { ANNOUNCED } from '../../../journey/announce/rules/decide-text.ts'
import { Button } from '../../../ui/button.tsx'
import { KIND_WORDS } from './kind-words.ts'
import type { LettersFilterAsked } from './letters-page.tsx'

export function LettersFilter({ season, asked }: { season: string; asked: LettersFilterAsked }) {
  return (
    <form class="mt-6 flex flex-wrap items-end gap-3" method="get" action="/desk/letters">
      <input type="hidden" name="season" value={season} />
      <div class="min-w-48 flex-1 md:max-w-72">
        <label class="block text-note font-semibold" for="q">
          A name, an address or a word
        </label>
        <input class="input mt-1 w-full" id="q" name="q" type="search" value={asked.q} />
      </div>
      <div class="min-w-48">
        <label class="block text-note font-semibold" for="kind">
          What they tell
        </label>
        <select class="select mt-1 w-full" id="kind" name="kind">
          <option value="">Everything</option>
          {ANNOUNCED.map((it) => (
            <option key={it} value={it} selected={it === asked.kind}>
              {KIND_WORDS[it].name}
            </option>
          ))}
        </select>
      </div>
      <label class="choice" for="changed">
        <input
          class="checkbox checkbox-primary"
          type="checkbox"
          id="changed"
          name="changed"
          value="yes"
          checked={asked.changed}
        />
        <span>With words of their own</span>
      </label>
      <Button>Show</Button>
    </form>
  )
}
