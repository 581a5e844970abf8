import { randomId } from '../../util/randomId'

/** `urn:uuid:` and a random UUID: the id of a decision, a code, a memo, an entity that has no address. */
export function newId(): string {
  return `urn:uuid:${randomId()}`
}
