import type { SourceEntry } from '../../protocol/overview'

/** A source's name, with what tells it from others of the name. */
export function sourceName({ name, note }: Pick<SourceEntry, 'name' | 'note'>): string {
  return note === '' ? name : `${name}, ${note}`
}
