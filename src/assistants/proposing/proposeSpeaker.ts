import * as v from 'valibot'
import { checkedName, setSpeaker, type Deciding, type Who } from '../../annotations'
import { choice, text } from '../arguments'
import { decidingOf, defineProposal } from './proposal'
import type { ProposalDesk } from './proposalDesk'

export const proposeSpeaker = defineProposal({
  name: 'proposeSpeaker',
  title: 'Propose the speaker of a quote',
  description:
    'Proposes who says a quote: a source of the articles, somebody by name, or nobody who can be named. A person accepts or rejects it.',
  arguments: {
    article: v.pipe(v.string(), v.minLength(1), v.maxLength(300), v.description('The file, as other answers call it.')),
    quote: v.pipe(v.string(), v.regex(/^q\d{1,6}$/), v.description('The id of the quote: see articleQuotes.')),
    source: text('The id of the source: see articleSources.'),
    name: text('The name of somebody who is no source yet.'),
    type: choice(['person', 'organization', 'group', 'place'], 'Of what type somebody is who is given by name.'),
    nobody: v.optional(v.pipe(v.boolean(), v.description('True: nobody can be named.')), false)
  },
  async make(desk, { article, quote, source, name, type = 'person', nobody }) {
    if ([source !== undefined, name !== undefined, nobody].filter(Boolean).length !== 1)
      throw new Error('give one of source, name and nobody')
    const deciding = await decidingOf(desk, article)
    const index = Number(quote.slice(1)) - 1
    if (!deciding.article.analysis.quotes[index]) throw new Error('there is no such quote: see articleQuotes')
    if (nobody) return { edits: setSpeaker(deciding, [index], null), about: [deciding] }
    const who =
      source === undefined ? named(deciding, name ?? '', type) : await sourceWho(desk, deciding, article, source)
    return { edits: setSpeaker(deciding, [index], who), about: [deciding] }
  }
})

/** Whoever has that name in the article, or somebody new. */
function named({ article }: Deciding, given: string, type: 'person' | 'organization' | 'group' | 'place'): Who {
  const name = checkedName(given)
  if (name === undefined) throw new Error('this is no name')
  const entity = article.analysis.entities.find((one) => one.name === name)
  return entity ? { kind: 'entity', id: entity.id } : { kind: 'new', identity: { name, type } }
}

async function sourceWho(desk: ProposalDesk, here: Deciding, article: string, source: string): Promise<Who> {
  const members = desk.members(source)
  const own = members.find((member) => member.article === article)
  if (own) return { kind: 'entity', id: own.entity }
  const [first] = members
  if (!first) throw new Error('there is no such source: see articleSources')
  const deciding = await decidingOf(desk, first.article)
  const entity = deciding.article.analysis.entities.find(({ id }) => id === first.entity)
  if (entity?.identity !== undefined)
    return { kind: 'known', identity: { iri: entity.identity, name: entity.name, type: entity.type } }
  return { kind: 'elsewhere', deciding: { ...deciding, tools: here.tools }, id: first.entity }
}
