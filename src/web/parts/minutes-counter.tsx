import { useContext } from 'preact/hooks'
import { FormToken } from '../../ui/form.tsx'
import { Island } from '../../ui/island.tsx'

/** The mark of a browser in which a coordinator counts their own minutes. */
export const MINUTES_COOKIE = 'alongside-minutes'

/** Brings the script that counts to a page of the desk. */
export function MinutesCounter() {
  const token = useContext(FormToken)
  return (
    <>
      <div hidden data-minutes="/me/minutes/count" data-token={token ?? ''} />
      <Island name="minutes" />
    </>
  )
}
