import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Mark } from '../../ui/mark.tsx'

export type NavigationLink = { readonly href: string; readonly text: string }

type Props = {
  organisation: string
  links: readonly NavigationLink[]
  /** The path of this page: its own link is marked. */
  here: string
  isSignedIn: boolean
}

export function Masthead({ organisation, links, here, isSignedIn }: Props) {
  return (
    <header class="double-rule">
      <div class="wrap flex flex-wrap items-center gap-x-6 gap-y-2 pt-4 pb-4 text-dense">
        <a class="mr-auto flex items-center gap-2.5 font-semibold hover:underline" href="/">
          <Mark />
          {organisation}
        </a>
        {/* On a phone the ways and the way out share the second line. */}
        <div class="flex w-full flex-wrap items-center justify-between gap-x-6 gap-y-2 sm:w-auto">
          {links.length > 0 && (
            <nav aria-label="Main">
              <ul class="flex flex-wrap items-center gap-x-5 gap-y-1">
                {links.map((link) => (
                  <li key={link.href}>
                    <a
                      class={isHere(link.href, here) ? 'a font-semibold' : 'a'}
                      aria-current={isHere(link.href, here) ? 'page' : undefined}
                      href={link.href}
                    >
                      {link.text}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {isSignedIn && (
            <Form action="/sign-out">
              <Button rank="row">Sign out</Button>
            </Form>
          )}
        </div>
      </div>
    </header>
  )
}

function isHere(href: string, here: string): boolean {
  return href === here
}
