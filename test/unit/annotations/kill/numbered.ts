import type { Decision } from '../../../../src/annotations'

export const article = 'news/a.txt'

/** So many of the last decisions stay: the file does not grow. */
export const kept = 20

export function numbered(n: number): Decision {
  return {
    id: `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    creator: 'anna',
    created: '2026-01-01T00:00:00.000Z',
    target: [],
    kind: 'memo',
    text: `${n} `.repeat(200)
  }
}

export function numberOf({ id }: Decision): number {
  return Number(id.slice(-12))
}
