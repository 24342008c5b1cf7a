/** The same data, every part of it readonly. */
type Plain<T> = T extends readonly (infer One)[]
  ? readonly Plain<One>[]
  : T extends object
    ? { readonly [Key in keyof T]: Plain<T[Key]> }
    : T

/** The same data with nothing left out, so that an optional key on one side only is seen. */
type Whole<T> = T extends readonly (infer One)[]
  ? readonly Whole<One>[]
  : T extends object
    ? { readonly [Key in keyof T]-?: Whole<T[Key]> }
    : T

type Both<T> = readonly [Plain<T>, Whole<T>]

/** Whether two types say the same data, readonly or not: no key more, no key less. */
export type Agrees<A, B> = Both<A> extends Both<B> ? (Both<B> extends Both<A> ? true : false) : false
