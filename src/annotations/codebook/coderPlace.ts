import type { Anchor, Decision } from '../decision'

/** Words of an article and who decided about them, as a name. */
export function coderPlace(article: string, { creator, target }: Pick<Decision, 'creator' | 'target'>): string {
  return `${article} ${targetKey(target)} ${creator}`
}

/** Whether two targets are the same places. */
export function isSameTarget(a: readonly Anchor[], b: readonly Anchor[]): boolean {
  return targetKey(a) === targetKey(b)
}

function targetKey(target: readonly Anchor[]): string {
  return target.map(({ start, end }) => `${start}-${end}`).join(' ')
}
