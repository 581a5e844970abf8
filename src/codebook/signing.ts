import type { Sign } from '../annotations'
import { randomId } from '../util/randomId'
import type { Annotations } from '../workspace/annotations/annotations'

/** Signs what the annotator makes now. */
export function signing(annotations: Pick<Annotations, 'annotator'>): Sign {
  return () => ({ id: `urn:uuid:${randomId()}`, creator: annotations.annotator() ?? '', created: now() })
}

/** ISO 8601 in UTC with milliseconds. */
export function now(): string {
  return new Date().toISOString()
}
