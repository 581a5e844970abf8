/**
 * Under such a key the store has what the rules alone say of a content, because no thread could ask the language model: it is shown as any
 * result, and the next reading of the folder tries again.
 */
export function byRulesKey(key: string): string {
  return `${key}${ending}`
}

export function isByRules(key: string): boolean {
  return key.endsWith(ending)
}

const ending = '-rules'
