import type { AnnotationDocument } from '../../../../src/exchange/document'
import { documentOf, plainDocument, tortureDocuments } from '../documents'

/** Articles whose sources speak about each other, with everything that breaks XML in names. */
export function networkDocuments(): readonly AnnotationDocument[] {
  return [
    plainDocument(),
    documentOf({
      name: 'two.txt',
      text: '"Oren Vail lies, Oren Vail and I know it," Mara Lind said. Vail wants "Lind" gone.',
      entities: [
        { id: 'mara', name: 'Mara Lind' },
        { id: 'oren', name: 'Oren Vail', identity: 'https://www.wikidata.org/entity/Q42' },
        { id: 'evil', name: '<b>&"\u0000]]>' }
      ],
      mentions: [
        { words: 'Oren Vail', entity: 'oren' },
        { words: 'Oren Vail', nth: 2, entity: 'oren' },
        { words: 'I', entity: 'mara', form: 'pronoun' },
        { words: 'Mara Lind', entity: 'mara' },
        { words: 'Lind', nth: 2, entity: 'mara' },
        { words: 'know', entity: 'evil' }
      ],
      quotes: [
        { words: '"Oren Vail lies, Oren Vail and I know it,"', speaker: 'mara' },
        { words: '"Lind" gone', speaker: 'oren', act: 'attitude', kind: 'mixed' }
      ]
    }),
    ...tortureDocuments()
  ]
}
