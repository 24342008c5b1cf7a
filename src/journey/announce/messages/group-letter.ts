type Group = {
  readonly season: { readonly program: { readonly name: string } }
  readonly me: { readonly name: string; readonly email: string }
  readonly why: 'takes-part' | 'applied'
}

/** One copy of what a coordinator writes to a group. Why somebody is in the group is not said: it may be nobody else's to know. */
export function groupLetter(
  to: { readonly name: string },
  it: { readonly subject: string; readonly words: string },
  { season, me, why }: Group,
) {
  const program = season.program.name
  const because = why === 'applied' ? `you applied to ${program}` : `you take part in ${program}`
  return {
    subject: it.subject,
    body: [`Hello ${to.name},`, it.words, `${me.name}\nTo answer, write to ${me.email}`].join('\n\n'),
    why: `You get this because ${because}, which ${me.name} coordinates.`,
  }
}
