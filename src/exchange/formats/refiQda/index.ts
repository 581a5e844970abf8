import type { ExchangeFormat } from '../../format'
import { readProject } from './readProject'
import { writeProject } from './writeProject'

/** The exchange format of programs for qualitative data: http://www.qdasoftware.org, `../shared/schemas/Project-mrt2019.xsd`. */
export const refiQda: ExchangeFormat = {
  id: 'refi-qda',
  label: 'REFI-QDA project',
  description:
    'Articles with codes, quotes, links and memos, for MAXQDA, ATLAS.ti, NVivo, QualCoder and other QDA programs',
  suffix: '',
  extension: 'qdpx',
  cannotHold: ['discontinuous', 'accept', 'verdict', 'rejected', 'character'],
  writer: { kind: 'file', write: writeProject },
  read: readProject
}
