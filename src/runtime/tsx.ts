import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'rolldown/utils'

// Node strips types but not JSX, so .tsx files go through the compiler Vite brings; Vitest has the same two options.
registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.split('?')[0]?.endsWith('.tsx')) return next(url, context)
    const file = fileURLToPath(url)
    const result = transformSync(file, readFileSync(file, 'utf8'), {
      lang: 'tsx',
      sourcemap: true,
      jsx: { runtime: 'automatic', importSource: 'preact' },
    })
    if (result.errors[0]) throw new SyntaxError(result.errors[0].message)
    const map = Buffer.from(JSON.stringify(result.map)).toString('base64')
    const source = `${result.code}\n//# sourceMappingURL=data:application/json;base64,${map}`
    return { format: 'module', shortCircuit: true, source }
  },
})
