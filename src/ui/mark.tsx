/** The mark: two people, side by side. Always beside words. */
export function Mark() {
  return (
    <svg class="h-6 w-5 flex-none text-primary" viewBox="0 0 20 24" fill="currentColor" aria-hidden="true">
      <rect x="1" y="0" width="7.5" height="19" rx="1" />
      <rect x="11.5" y="5" width="7.5" height="19" rx="1" />
    </svg>
  )
}
