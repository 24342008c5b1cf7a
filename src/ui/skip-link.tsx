/** First in the body: the keyboard's way past the masthead. */
export function SkipLink() {
  return (
    <a class="skip" href="#main">
      Skip to the content
    </a>
  )
}
