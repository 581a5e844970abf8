import type { JournalPlace } from '../../../../src/workspace/annotations/stepJournal'

/** The texts that windows keep, by the name of the window. */
export function memoryJournal(texts = new Map<string, string>()) {
  const journal = (own: string): JournalPlace => ({
    left: () =>
      Promise.resolve(
        [...texts]
          .filter(([name]) => name !== own)
          .map(([name, text]) => ({ text, forget: () => Promise.resolve(void texts.delete(name)) }))
      ),
    keep(text) {
      if (text === undefined) texts.delete(own)
      else texts.set(own, text)
      return Promise.resolve()
    }
  })
  return { texts, journal }
}
