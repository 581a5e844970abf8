/** What a person was asked about: no more than that is done, and only once. */
export interface Agreements {
  /** The person is asked about a call, in these words. */
  asked(call: string, words: string): void
  /** Throws where the person was not asked, or in other words. */
  check(call: string, words: string): void
}

/** VS Code asks between preparing a call and making it; what is meant may be another thing by then. */
export function agreements(): Agreements {
  const asked = new Map<string, string>()
  return {
    asked(call, words) {
      asked.delete(call)
      asked.set(call, words)
      const [oldest] = asked.keys()
      if (asked.size > mostAsked && oldest !== undefined) asked.delete(oldest)
    },
    check(call, words) {
      const agreed = asked.get(call)
      asked.delete(call)
      if (agreed === undefined) throw new Error('your user was not asked about this')
      if (agreed !== words) throw new Error('the articles have changed since your user was asked: propose it again')
    }
  }
}

/** Calls that wait for their answer, or were refused without our hearing of it. */
const mostAsked = 100
