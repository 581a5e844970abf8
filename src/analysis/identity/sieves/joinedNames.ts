import { mapped } from '../../../util/mapped'
import { final, type Sieve } from '../discourse'

/** "Roe and Doe" are one group, whoever says it first. */
export const joinedNames: Sieve = {
  rule: 'joined-names',
  confidence: 0.95,
  resolve(reference, _index, { byMembers, named }) {
    if (reference.members.length < 2) return null
    return byMembers.get(membersKey(mapped(reference.members, (name) => final(named[name]!).index))) ?? null
  }
}

/** The key of a group by the indexes of its members' actors. */
export function membersKey(members: readonly number[]): string {
  return [...new Set(members)].sort((a, b) => a - b).join('+')
}
