import { Mark } from '../../ui/mark.tsx'

export function Masthead({ organisation }: { organisation: string }) {
  return (
    <header class="double-rule">
      <div class="wrap flex items-center gap-x-3 gap-y-1 pt-4 pb-4 text-dense">
        <a class="flex items-center gap-2.5 font-semibold hover:underline" href="/">
          <Mark />
          {organisation}
        </a>
      </div>
    </header>
  )
}
