import { afterAll } from 'vitest'
import { undoAll } from './make/leaving.ts'

// Vitest runs this before every test file, so that its clean-up comes after the file's own.
afterAll(undoAll)
