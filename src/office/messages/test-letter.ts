/** The letter an owner sends to themself to see that letters arrive. */
export function testLetter(organisation: string, to: string) {
  const lines = [
    `Hello ${to},`,
    `This letter shows that the mentorship pages of ${organisation} can send letters.`,
    'If it lies among unwanted mail, ask whoever runs your mail to let this sender through.',
  ]
  return {
    subject: `A test letter from ${organisation}`,
    body: lines.join('\n\n'),
    why: 'You get this because you asked for it a moment ago.',
  }
}
