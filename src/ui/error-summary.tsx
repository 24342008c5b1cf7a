/** First in main of a form that could not be accepted; each line leads to its field. */
export function ErrorSummary(props: {
  errors: readonly { fieldId: string; text: string }[]
  /** Where something was refused rather than left out. */
  heading?: string
}) {
  const { errors, heading = 'Something is missing; nothing is lost' } = props
  if (errors.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-heading">
      <h2 id="error-summary-heading">{heading}</h2>
      <ul class="mt-2 space-y-1">
        {errors.map((error) => (
          <li key={`${error.fieldId} ${error.text}`}>
            <a class="a" href={`#${error.fieldId}`}>
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
