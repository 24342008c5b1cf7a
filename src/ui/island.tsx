import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Where the script of each island lies; a name that is not here has none. */
export const Islands = createContext<Readonly<Record<string, string>>>({})

/** Brings a script of ours to the page it stands on. On a page twice, it runs once. */
export function Island({ name }: { name: string }) {
  const src = useContext(Islands)[name]
  return src ? <script type="module" src={src} /> : null
}
