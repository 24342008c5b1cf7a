/** A form of a page that changes something: where it goes, and what it would send if everything in it was chosen. */
export type FormOnPage = { readonly action: string; readonly fields: readonly (readonly [string, string])[] }

/** Every form that changes something, once for each place its buttons lead to. */
export function formsOn(html: string): readonly FormOnPage[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, head = '', inside = '']) => {
    if (attributeOf(head, 'method') !== 'post') return []
    const fields = [...inputsIn(inside), ...choicesIn(inside), ...textsIn(inside)]
    const buttons = [...inside.matchAll(/<button\b([^>]*)>/g)].map(([, it = '']) => it)
    return (buttons.length > 0 ? buttons : ['']).map((button) => {
      const name = attributeOf(button, 'name')
      const pressed = name === null ? [] : [[name, attributeOf(button, 'value') ?? ''] as const]
      return {
        action: attributeOf(button, 'formaction') ?? attributeOf(head, 'action') ?? '',
        fields: [...fields, ...pressed],
      }
    })
  })
}

/** Where the links of a page lead on this site, without the place in the page. */
export function linksOn(html: string): readonly string[] {
  const found = [...html.matchAll(/<a\b([^>]*)>/g)].map(([, it = '']) => attributeOf(it, 'href')?.split('#')[0] ?? '')
  return [...new Set(found.filter((it) => it.startsWith('/')))]
}

function inputsIn(html: string) {
  return [...html.matchAll(/<input\b([^>]*)>/g)].flatMap(([, it = '']) => {
    const name = attributeOf(it, 'name')
    return name === null || attributeOf(it, 'type') === 'file' ? [] : [[name, attributeOf(it, 'value') ?? ''] as const]
  })
}

function choicesIn(html: string) {
  return [...html.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].flatMap(([, it = '', options = '']) => {
    const name = attributeOf(it, 'name')
    const option = /<option\b([^>]*\bselected\b[^>]*)>/.exec(options) ?? /<option\b([^>]*)>/.exec(options)
    return name === null || !option ? [] : [[name, attributeOf(option[1] ?? '', 'value') ?? ''] as const]
  })
}

function textsIn(html: string) {
  return [...html.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)].flatMap(([, it = '', text = '']) => {
    const name = attributeOf(it, 'name')
    return name === null ? [] : [[name, text || 'Some words.'] as const]
  })
}

function attributeOf(tag: string, name: string): string | null {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(tag)?.[1]
  return value === undefined ? null : value.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<')
}
