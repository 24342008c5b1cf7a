/** The answer of a person who looked again. */
export function lookAgainLetter(to: { readonly name: string }, season: string, answer: string) {
  const lines = [
    `Hello ${to.name},`,
    `You asked that a person looks again at what became of your application to ${season}. Somebody has, and answers:`,
    answer,
    'You find this answer, and what you wrote, on your page “My data”.',
  ]
  return {
    subject: `${season}: somebody looked again`,
    body: lines.join('\n\n'),
    why: 'You get this because you asked.',
  }
}
