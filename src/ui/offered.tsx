import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Whether what a form leads to rests, by its path: it would only be refused. */
export const Rests = createContext<(path: string) => boolean>(() => false)

/** What stands on a page only while the form it belongs to can do something: its heading, a tick of it, the way to it. */
export function Offered(props: { to: string; instead?: ComponentChildren; children: ComponentChildren }) {
  return useContext(Rests)(props.to) ? props.instead : props.children
}
