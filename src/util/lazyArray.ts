/**
 * An array whose elements are made when they are looked at: one alone by its index, all of them by anything else that is done
 * with it. It cannot be changed.
 */
export function lazyArray<T>(length: number, make: (index: number) => T): readonly T[] {
  const made = new Array<T>(length)
  let isWhole = false
  const whole = () => {
    if (isWhole) return made
    for (let index = 0; index < length; index++) if (!(index in made)) made[index] = make(index)
    isWhole = true
    return Object.freeze(made)
  }
  return new Proxy<readonly T[]>(made, {
    get(_, key) {
      if (key === 'length') return length
      const index = typeof key === 'string' && /^\d{1,10}$/.test(key) ? Number(key) : -1
      if (index >= 0) {
        if (index < length && !(index in made)) made[index] = make(index)
        return made[index]
      }
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
}
