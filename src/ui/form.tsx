import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** The token that the forms of this page carry; null while nobody is signed in. */
export const FormToken = createContext<string | null>(null)

/** A form that changes something: it carries the token, and works without script. */
export function Form(props: {
  action: string
  class?: string
  id?: string
  upload?: boolean
  /** What a script of the page reads from it. */
  data?: Readonly<Record<`data-${string}`, string>>
  children: ComponentChildren
}) {
  const token = useContext(FormToken)
  return (
    <form
      {...props.data}
      class={props.class}
      id={props.id}
      method="post"
      action={props.action}
      enctype={props.upload ? 'multipart/form-data' : undefined}
    >
      {token !== null && <input type="hidden" name="token" value={token} />}
      {props.children}
    </form>
  )
}
