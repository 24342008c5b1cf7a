/** A contradiction inside a program file: where it stands, a permanent code, what is wrong and what to do. */
export type Fault = {
  readonly path: readonly (string | number)[]
  readonly code: string
  readonly message: string
  readonly remedy: string
}

export function fault(path: Fault['path'], code: string, message: string, remedy: string): Fault {
  return { path, code, message, remedy }
}
