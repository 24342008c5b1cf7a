import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { Rests } from './offered.tsx'

/** The token that the forms of this page carry; null while nobody is signed in. */
export const FormToken = createContext<string | null>(null)

/**
 * A form that changes something: it carries the token, and works without script. Where what it would do rests it is left out; what is
 * in it to be read stays, without a button.
 */
export function Form(props: {
  action: string
  class?: string
  id?: string
  upload?: boolean
  /** A list stands in it, which is read where nothing can be done with it too. */
  isRead?: boolean
  /** What a script of the page reads from it. */
  data?: Readonly<Record<`data-${string}`, string>>
  children: ComponentChildren
}) {
  const token = useContext(FormToken)
  if (useContext(Rests)(props.action))
    return props.isRead ? (
      <Rests.Provider value={() => true}>
        <div class={props.class}>{props.children}</div>
      </Rests.Provider>
    ) : null
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
