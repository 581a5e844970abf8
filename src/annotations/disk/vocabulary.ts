import type { EntityType } from '../../analysis'
import type { DecisionKind } from '../decision'
import type { Json } from './json'

/** The newest version of the files that is read. Since 2 a layer may say that a code does not apply. */
export const layerVersion = 2
export const projectVersion = 1

const ours = 'https://github.com/article-annotator/article-annotator/ns#'

/**
 * The terms of the files: those of W3C Web Annotation, and ours. Paths of articles are below an address that stands for the
 * folder, wherever it is (arcp: https://www.rfc-editor.org/info/draft-soilandreyes-arcp).
 */
export const context: Json = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    '@base': 'arcp://name,article-annotator/',
    '@vocab': ours,
    assessing: 'oa:assessing',
    prefLabel: 'skos:prefLabel',
    definition: 'skos:definition',
    broader: { '@id': 'skos:broader', '@type': '@id' },
    sameAs: { '@id': 'owl:sameAs', '@type': '@id' }
  }
]

/** What W3C calls the reason of an annotation tells the kind of the decision. */
export const motivationOf = {
  accept: 'assessing',
  reject: 'assessing',
  mention: 'classifying',
  identity: 'identifying',
  quote: 'describing',
  speaker: 'linking',
  code: 'tagging',
  // Not "tagging": another program would take it for the code's being there.
  noCode: 'assessing',
  memo: 'commenting',
  article: 'moderating'
} as const satisfies Record<DecisionKind, string>

export const classOf: Readonly<Record<EntityType, string>> = {
  person: 'Person',
  organization: 'Organization',
  group: 'foaf:Group',
  place: 'schema:Place'
}

export function entityTypeOf(name: string): EntityType | undefined {
  return (Object.keys(classOf) as EntityType[]).find((type) => classOf[type] === name)
}
