import * as v from 'valibot'
import { mergeEntities, type Deciding } from '../../annotations'
import { decidingOf, defineProposal } from './proposal'
import type { ProposalDesk } from './proposalDesk'

const source = (about: string) => v.pipe(v.string(), v.minLength(1), v.maxLength(300), v.description(about))

export const proposeMerge = defineProposal({
  name: 'proposeMerge',
  title: 'Propose that two sources are one',
  description: 'Proposes that two sources are the same person or body. A person accepts or rejects it.',
  arguments: {
    source: source('The id of the one: see articleSources.'),
    into: source('The id of the other, whose name both are to have.')
  },
  async make(desk, { source, into }) {
    const [one, other] = [await firstOf(desk, source), await firstOf(desk, into)]
    const [known, otherKnown] = [identityIn(one), identityIn(other)]
    if (source === into || (known !== undefined && known === otherKnown)) throw new Error('these are one already')
    if (known !== undefined && otherKnown !== undefined)
      throw new Error('a person has decided who both are: it is not to be proposed')
    const [moved, kept] = known === undefined ? [one, other] : [other, one]
    const deciding = { ...moved.deciding, tools: kept.deciding.tools }
    const isHere = moved.deciding.article.id === kept.deciding.article.id
    const edits = mergeEntities(
      deciding,
      moved.id,
      isHere ? { kind: 'entity', id: kept.id } : { kind: 'elsewhere', deciding: kept.deciding, id: kept.id }
    )
    return { edits, about: [moved.deciding, kept.deciding] }
  }
})

interface Member {
  readonly deciding: Deciding
  readonly id: string
}

/** Where somebody is mentioned first, or has an identity: the others follow. */
async function firstOf(desk: ProposalDesk, source: string): Promise<Member> {
  const members = desk.members(source).slice(0, mostMembers)
  const found: Member[] = []
  for (const { article, entity } of members) {
    const member = { deciding: await decidingOf(desk, article), id: entity }
    if (identityIn(member) !== undefined) return member
    found.push(member)
  }
  const [first] = found
  if (!first) throw new Error('there is no such source: see articleSources')
  return first
}

/** Looked through for an identity. */
const mostMembers = 100

function identityIn({ deciding, id }: Member): string | undefined {
  return deciding.article.analysis.entities.find((entity) => entity.id === id)?.identity
}
