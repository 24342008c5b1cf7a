import { Icon } from '../../ui/icon.tsx'
import { PrivacyContact } from './privacy-contact.tsx'

/** What a form says of itself: what the answers are for, who reads them, how long they stay, and who answers questions. */
export function PrivacyNotice(props: { purpose: string; readers: string; kept: string; contact: string | null }) {
  return (
    <aside class="border-t border-rule pt-3 text-note text-muted" aria-label="Privacy">
      <p>
        <Icon name="eye" />
        Read by {props.readers}. {props.purpose} Kept {props.kept}. <PrivacyContact contact={props.contact} />
      </p>
    </aside>
  )
}
