import type { ArticleHead } from '../../../article'
import type { AnnotationDocument } from '../../document'
import { guidOf } from '../../guid'
import type { XmlWriter } from '../../xml'

interface Variable {
  readonly name: string
  readonly type: 'Text' | 'Integer' | 'Date'
  readonly value: (head: ArticleHead) => string | null
}

/** What an article says of itself, as variables of its source: MAXQDA's document variables, NVivo's attributes. */
const variables: readonly Variable[] = [
  { name: 'Headline', type: 'Text', value: ({ headline }) => headline },
  { name: 'Authors', type: 'Text', value: ({ authors }) => authors.join('; ') || null },
  { name: 'Agency', type: 'Text', value: ({ agency }) => agency },
  { name: 'Dateline', type: 'Text', value: ({ places }) => places.join('; ') || null },
  { name: 'Date in the text', type: 'Text', value: ({ date }) => date },
  {
    name: 'Published',
    type: 'Date',
    value: ({ isoDate }) => (/^\d{4}-\d\d-\d\d$/.test(isoDate ?? '') ? isoDate : null)
  },
  { name: 'Words', type: 'Integer', value: ({ words }) => String(words) }
]

export function* writeVariables(xml: XmlWriter) {
  yield xml.open('Variables')
  for (const { name, type } of variables)
    yield xml.leaf('Variable', { guid: guidOf('variable', name), name, typeOfVariable: type })
  yield xml.close()
}

export function* variableValues({ head }: AnnotationDocument, xml: XmlWriter) {
  for (const { name, type, value } of variables) {
    const its = value(head)
    if (its === null) continue
    yield xml.open('VariableValue')
    yield xml.leaf('VariableRef', { targetGUID: guidOf('variable', name) })
    yield xml.leaf(`${type}Value`, {}, its)
    yield xml.close()
  }
}
