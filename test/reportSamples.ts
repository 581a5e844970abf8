import { join } from 'node:path'
import { linkSummaries, summarize } from '../src/corpus'
import { buildDocument } from '../src/exchange/buildDocument'
import type { AnnotationDocument } from '../src/exchange/document'
import type { ExportInput } from '../src/exchange/format'
import { analyzeFolder, root } from './engine'

/** An export of the samples, as the real engine reads them, with a few decisions of two people. */
export async function sampleExport(): Promise<ExportInput> {
  const articles = await analyzeFolder(join(root, 'samples'))
  const corpus = linkSummaries(articles.map(summarize))
  const documents = articles.map((article) => decided(buildDocument({ article, corpus })))
  return {
    title: 'samples',
    count: documents.length,
    // eslint-disable-next-line @typescript-eslint/require-await -- documents of a real export are made one by one
    async *documents() {
      yield* documents
    },
    corpus,
    codes,
    registry: [],
    memos: [
      {
        id: 'urn:uuid:1',
        about: '',
        text: 'Seven articles on one flood: who speaks for whom?\nRead with the treaty of 1994 at hand.',
        ...by('Ana', 1)
      },
      { id: 'urn:uuid:2', about: 'urn:code:blame', text: 'Also where nobody is named.', ...by('Ben', 2) }
    ],
    offsets: 'utf16',
    now: '2026-11-27T12:00:00.000Z',
    lost: () => undefined
  }
}

const codes: ExportInput['codes'] = [
  {
    id: 'urn:code:blame',
    name: 'Blame',
    color: '#d42f34',
    description: 'Somebody is said to be at fault',
    order: 1,
    ...by('Ana', 1)
  },
  {
    id: 'urn:code:denied',
    name: 'Denied',
    color: '#d16e0d',
    parent: 'urn:code:blame',
    order: 1,
    ...by('Ana', 1)
  },
  { id: 'urn:code:trust', name: 'Trust', color: '#1d9999', order: 2, ...by('Ben', 1) }
]

function by(creator: string, day: number): { readonly creator: string; readonly created: string } {
  return { creator, created: `2026-11-0${day}T09:00:00.000Z` }
}

/** The first quotes are decided, and words of some articles coded. */
function decided(document: AnnotationDocument): AnnotationDocument {
  const said = document.annotations.map((annotation) => {
    if (annotation.id === 'q1') return { ...annotation, status: 'accepted' as const, ...by('Ana', 3) }
    if (annotation.id === 'q2') return { ...annotation, status: 'changed' as const, ...by('Ben', 4) }
    return annotation
  })
  const coded = codings.flatMap(([words, code, memo], index) => {
    const start = document.text.indexOf(words)
    if (start === -1) return []
    const facts = {
      id: `c${index + 1}`,
      spans: [{ start, end: start + words.length }],
      status: 'added' as const,
      modified: null,
      ...by(index % 2 === 0 ? 'Ana' : 'Ben', 5)
    }
    return code === 'memo'
      ? [{ ...facts, layer: 'memo' as const, text: memo ?? '' }]
      : [{ ...facts, layer: 'code' as const, code, memo: memo ?? null }]
  })
  return { ...document, annotations: [...said, ...coded] }
}

const codings: readonly (readonly [words: string, code: string, memo?: string])[] = [
  ['Uzbekistan accused Kazakhstan', 'urn:code:blame', 'Two states, no persons'],
  ['accused Kazakhstan on Thursday of holding back water', 'urn:code:trust'],
  ['put a brave face on the outcome', 'memo', 'The reporter\u2019s judgement, not hers.'],
  ['He denies', 'urn:code:denied'],
  ['serious work that deserves a serious answer', 'urn:code:trust']
]
