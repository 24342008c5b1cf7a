import tailwind from '@tailwindcss/vite'
import { defineConfig } from 'vitest/config'

/** One build makes the client; Vitest shares the JSX options with the server's load hook. */
export default defineConfig({
  plugins: [tailwind()],
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/client',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: [
        'src/web/styles.css',
        'src/web/islands/follow.ts',
        'src/web/islands/keep-draft.ts',
        'src/web/islands/draft.ts',
        'src/web/islands/look-back.ts',
        'src/web/islands/minutes.ts',
        'src/web/islands/passkey.ts',
        'src/web/islands/program-file.ts',
      ],
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/global-setup.ts'],
    setupFiles: ['tests/each-file.ts'],
    // Files share a process: the product is loaded once for all of them, and no test may lean on a fresh module.
    isolate: false,
    // Some tests walk through many pages, and a machine may do other things too.
    // The long run draws ten thousand seasons where the short one draws three hundred.
    testTimeout: process.env.DEPTH === 'full' ? 3_600_000 : 120_000,
    hookTimeout: 120_000,
    maxWorkers: 3,
  },
})
