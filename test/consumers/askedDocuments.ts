import type { AnnotationDocument } from '../../src/exchange/document'
import { documentOf } from '../unit/exchange/documents'

const mara = { id: 'mara', name: 'Mara Lind', type: 'person', named: true } as const
const oren = { id: 'oren', name: 'Oren Vail', type: 'person', named: true } as const
const woman = { id: 'woman', name: 'a spokeswoman', type: 'person', named: false } as const
const tom = { id: 'tom', name: 'Tom Herman', type: 'person', named: true } as const

const geneva = {
  name: 'Gen\u00E8ve',
  kind: 'city',
  country: 'CH',
  countryName: 'Switzerland',
  latitude: 46.2,
  longitude: 6.15,
  population: 200_000
} as const

/** Two articles in which each question of the views has something to find. */
export function askedDocuments(): readonly AnnotationDocument[] {
  return [
    documentOf({
      name: 'a.txt',
      text: 'Dam plan divides valley\n\nLIRA, March 3, 2026 (Aven) - "The dam will drown us," said Mara Lind. She wept.\n\n"We will build it," he himself said.\n\nIt was late, somebody said.\n',
      entities: [mara, oren],
      mentions: [
        { words: 'Mara Lind', entity: 'mara' },
        { words: 'She', entity: 'mara', form: 'pronoun' },
        { words: 'himself', entity: 'oren', form: 'pronoun' }
      ],
      quotes: [
        { words: '"The dam will drown us,"', cue: 'said', source: 'Mara Lind', speaker: 'mara', repeat: 1 },
        { words: '"We will build it,"', cue: 'said', speaker: 'oren' },
        { words: 'It was late', kind: 'indirect' }
      ]
    }),
    documentOf({
      name: 'b.txt',
      text: 'Later\n\nBERN, April 5, 2026 - Mrs Lind, with Tom Herman, said again: "The dam will drown us,"\n\nGen\u00E8ve will decide, a spokeswoman for the city said.\n',
      entities: [mara, tom, woman, { id: 'geneva', name: 'Gen\u00E8ve', type: 'place', named: true, place: geneva }],
      mentions: [
        { words: 'Mrs Lind', entity: 'mara' },
        { words: 'Tom Herman', entity: 'tom' },
        { words: 'Gen\u00E8ve', entity: 'geneva', type: 'place' },
        { words: 'a spokeswoman for the city', entity: 'woman', form: 'nominal' }
      ],
      quotes: [
        { words: '"The dam will drown us,"', speaker: 'mara', repeat: 1 },
        { words: 'Gen\u00E8ve will decide', cue: 'said', speaker: 'woman', kind: 'indirect' }
      ]
    })
  ]
}
