import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../host/places.mjs'

const published = join(root, '../shared/schemas/anno.jsonld')

/** The context of W3C Web Annotation: as it was published, where that is here; else the terms of it that we use. */
export function w3cContext(): { readonly '@context': object } {
  return existsSync(published)
    ? (JSON.parse(readFileSync(published, 'utf8')) as { '@context': object })
    : { '@context': usedTerms }
}

const iri = (name: string) => ({ '@id': name, '@type': '@id' })
const vocabulary = (name: string) => ({ '@id': name, '@type': '@vocab' })
const typed = (name: string, type: string) => ({ '@id': name, '@type': type })

/** Those terms that our files use, as the standard defines them: https://www.w3.org/TR/annotation-vocab/ */
export const usedTerms = {
  oa: 'http://www.w3.org/ns/oa#',
  as: 'http://www.w3.org/ns/activitystreams#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: iri('@id'),
  type: iri('@type'),
  Annotation: 'oa:Annotation',
  AnnotationPage: 'as:OrderedCollectionPage',
  TextualBody: 'oa:TextualBody',
  SpecificResource: 'oa:SpecificResource',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  TextPositionSelector: 'oa:TextPositionSelector',
  Person: 'foaf:Person',
  Organization: 'foaf:Organization',
  classifying: 'oa:classifying',
  commenting: 'oa:commenting',
  describing: 'oa:describing',
  identifying: 'oa:identifying',
  linking: 'oa:linking',
  moderating: 'oa:moderating',
  tagging: 'oa:tagging',
  body: iri('oa:hasBody'),
  target: iri('oa:hasTarget'),
  source: iri('oa:hasSource'),
  selector: iri('oa:hasSelector'),
  creator: iri('dcterms:creator'),
  items: { '@type': '@id', '@id': 'as:items', '@container': '@list' },
  motivation: vocabulary('oa:motivatedBy'),
  purpose: vocabulary('oa:hasPurpose'),
  value: 'rdf:value',
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  name: 'foaf:name',
  created: typed('dcterms:created', 'xsd:dateTime'),
  modified: typed('dcterms:modified', 'xsd:dateTime'),
  start: typed('oa:start', 'xsd:nonNegativeInteger'),
  end: typed('oa:end', 'xsd:nonNegativeInteger')
}
