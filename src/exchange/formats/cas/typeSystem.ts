import { featureNames } from '../../reading/foreign'

export interface CasType {
  readonly name: string
  readonly superType: string
  readonly description: string
  /** By name, the type of the values. */
  readonly features: Readonly<Record<string, string>>
}

export const casTypes = {
  document: 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData',
  sentence: 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence',
  token: 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token',
  namedEntity: 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
  span: 'custom.Span',
  relation: 'custom.Relation',
  speaker: 'articleannotator.Speaker',
  memo: 'articleannotator.DocumentMemo'
} as const

const annotation = 'uima.tcas.Annotation'
const string = 'uima.cas.String'

/** What every annotation has besides: as text, so that one that does not apply is null and not 0 or false. */
const details: Readonly<Record<string, string>> = Object.fromEntries(
  [...featureNames, 'note'].map((name) => [name, string])
)

/**
 * The layers that every project of INCEpTION has, with features of ours besides, and two types of ours. INCEpTION keeps of them what
 * its project knows; other programs keep all. Each type after those that it names.
 */
export const typeSystem: readonly CasType[] = [
  {
    name: casTypes.document,
    superType: 'uima.tcas.DocumentAnnotation',
    description: 'Which document it is',
    features: { documentTitle: string, documentId: string }
  },
  { name: casTypes.sentence, superType: annotation, description: 'A sentence', features: {} },
  { name: casTypes.token, superType: annotation, description: 'A word, number or mark', features: {} },
  {
    name: casTypes.namedEntity,
    superType: annotation,
    description: 'A mention of a person, organization, group or place',
    features: { value: string, identifier: string, ...details, continues: casTypes.namedEntity }
  },
  {
    name: casTypes.span,
    superType: annotation,
    description: 'A quote, its cue or source, a code, or a memo',
    features: { label: string, ...details, continues: casTypes.span }
  },
  {
    name: casTypes.relation,
    superType: annotation,
    description: 'From a quote to its cue, its source, or the next quote of the same speaker',
    features: { label: string, Governor: casTypes.span, Dependent: casTypes.span }
  },
  {
    name: casTypes.speaker,
    superType: annotation,
    description: 'From a quote to a mention of who says it',
    features: { label: string, Governor: casTypes.span, Dependent: casTypes.namedEntity }
  },
  { name: casTypes.memo, superType: annotation, description: 'A memo about the whole document', features: details }
]
