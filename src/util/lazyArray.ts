/** An array whose elements are made when they are looked at, and the way to look at one that is as fast as a function. */
export interface LazyArray<T> {
  /**
   * One element is made by its index, all of them by anything else that is done with it. It cannot be changed.
   */
  readonly array: readonly T[]
  /** The same element, `index` being one of the array. */
  readonly at: (index: number) => T
}

export function lazyArray<T>(length: number, make: (index: number) => T): LazyArray<T> {
  const made = new Array<T>(length)
  let isWhole = false
  const at = (index: number) => {
    const known = made[index]
    return known !== undefined || index in made ? known! : (made[index] = make(index))
  }
  const whole = () => {
    if (isWhole) return made
    for (let index = 0; index < length; index++) at(index)
    isWhole = true
    return Object.freeze(made)
  }
  const array = new Proxy<readonly T[]>(made, {
    get(_, key) {
      if (key === 'length') return length
      const index = typeof key === 'string' && /^\d{1,10}$/.test(key) ? Number(key) : -1
      if (index >= 0) return index < length ? at(index) : undefined
      const member: unknown = Reflect.get(whole(), key)
      // On the array itself a method is as fast as on any other.
      return typeof member === 'function' && key !== 'constructor' ? (member.bind(made) as unknown) : member
    },
    has: (_, key) => Reflect.has(whole(), key),
    ownKeys: () => Reflect.ownKeys(whole()),
    getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(whole(), key),
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false
  })
  return { array, at }
}
