type Facts = Readonly<Record<string, unknown>>

/** What is wrong with a text, where, and what to do about it. */
export function whyNoText(
  code: string,
  facts: Facts,
): { readonly place: 'subject' | 'body'; readonly message: string } {
  switch (code) {
    case 'text-without-subject':
      return { place: 'subject', message: 'Enter a subject.' }
    case 'text-without-words':
      return { place: 'body', message: 'Enter the words of the letter.' }
    case 'subject-too-long':
      return { place: 'subject', message: `Shorten the subject to ${facts.most} characters.` }
    case 'words-too-long':
      return { place: 'body', message: `Shorten the words to ${facts.most} characters.` }
    case 'unknown-place': {
      const message = `Nothing can fill {${facts.place}}: use a place of the list, or leave the braces out.`
      return { place: facts.field === 'subject' ? 'subject' : 'body', message }
    }
    default:
      return { place: 'body', message: `Keep {${facts.place}}: without it the letter does not say what it is for.` }
  }
}
