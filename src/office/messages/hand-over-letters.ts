type Told = { readonly season: string; readonly from: string; readonly to: string; readonly page: string }
type Letter = { readonly subject: string; readonly body: string; readonly why: string }

/** To whoever takes a season over: what it means, and where everything open stands. */
export function handedOverLetter(it: Told): Letter {
  return {
    subject: `${it.season}: it is yours now`,
    body: [
      `Hello ${it.to},`,
      `${it.from} handed ${it.season} over to you: you coordinate it from now on.`,
      `What is open, line by line: ${it.page}`,
      'The first time it asks for a second step, a passkey or a one-time code. If this was not agreed, tell them today: they can undo it until the day ends.',
    ].join('\n\n'),
    why: 'You get this because you coordinate the season now.',
  }
}

/** To owners and auditors: that a season has another coordinator. */
export function handOverKnownLetter(name: string, it: Omit<Told, 'page'>): Letter {
  return {
    subject: `${it.season} has another coordinator`,
    body: [
      `Hello ${name},`,
      `${it.from} handed ${it.season} over to ${it.to}. If you did not expect it, ask why; an owner takes and gives hats.`,
    ].join('\n\n'),
    why: 'You get this because you are owner or auditor.',
  }
}
