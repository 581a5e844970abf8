import type { ExchangeFormat } from '../../format'
import { readAnnotations } from './readAnnotations'
import { writeAnnotations } from './writeAnnotations'

/**
 * W3C Web Annotation (https://www.w3.org/TR/annotation-model/) as one page of annotations in JSON-LD. What was decided is written exactly
 * as in our own layers, so that it comes back as it was; suggestions are annotations of the program. It has no texts: annotations find
 * their words by quoting them.
 */
export const w3c: ExchangeFormat = {
  id: 'w3c',
  label: 'Web Annotation (JSON-LD)',
  description:
    'All decisions, codes and suggestions as W3C annotations, for Recogito, Hypothesis, annotation servers and linked data',
  suffix: '.annotations',
  extension: 'jsonld',
  cannotHold: ['project-memo'],
  writer: { kind: 'file', write: writeAnnotations },
  read: readAnnotations
}
