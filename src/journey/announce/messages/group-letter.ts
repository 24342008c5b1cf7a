type Season = { readonly name: string }
type Coordinator = { readonly name: string; readonly email: string }

/** One copy of what a coordinator writes to a group. Why somebody is in the group is not said: it may be nobody else's to know. */
export function groupLetter(
  to: { readonly name: string },
  it: { readonly subject: string; readonly words: string },
  { program, by }: { readonly program: Season; readonly by: Coordinator },
) {
  return {
    subject: it.subject,
    body: [`Hello ${to.name},`, it.words, `${by.name}\nTo answer, write to ${by.email}`].join('\n\n'),
    why: `You get this because you take part in ${program.name}, which ${by.name} coordinates.`,
  }
}
