import type { Anchor, Code, Decision, Project, ProjectMemo, RegisteredEntity } from '../../../../src/annotations'

/** The words at their first place in a text, with 16 units around them. */
export function anchor(text: string, exact: string, from = 0): Anchor {
  const start = text.indexOf(exact, from)
  if (start < 0) throw new Error(`not in the text: ${exact}`)
  const end = start + exact.length
  return { exact, prefix: text.slice(Math.max(0, start - 16), start), suffix: text.slice(end, end + 16), start, end }
}

export const text =
  'The Fed will wait, Jerome Powell said on Monday. \u201cWe are patient,\u201d he told reporters. \u{1F389} It ended.'

export const anna = {
  creator: 'Anna Schmidt',
  created: '2026-01-02T03:04:05.678Z'
}

/** The n-th UUID of the tests. */
export function uuid(n: number): string {
  return `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}

const powell = anchor(text, 'Jerome Powell')
const quote = anchor(text, 'We are patient,')

/** A decision of each kind and form. */
export const everyKind: readonly Decision[] = [
  { ...anna, id: uuid(1), target: [], kind: 'article', isArticle: true },
  {
    ...anna,
    id: uuid(2),
    target: [anchor(text, 'The Fed')],
    kind: 'reject',
    from: {
      about: 'mention',
      span: anchor(text, 'The Fed'),
      type: 'organization',
      acting: false,
      entity: 'Fed',
      rule: 'tagger',
      confidence: 0.75
    }
  },
  { ...anna, id: uuid(3), target: [anchor(text, 'The Fed')], kind: 'mention', type: 'place', acting: true },
  {
    ...anna,
    id: uuid(4),
    modified: '2026-02-02T03:04:05.678Z',
    target: [powell],
    kind: 'mention',
    type: 'person',
    acting: false,
    who: { iri: 'http://www.wikidata.org/entity/Q4503', name: 'Jerome Powell', type: 'person' },
    from: {
      about: 'mention',
      span: anchor(text, 'Powell'),
      type: 'person',
      acting: false,
      entity: 'Powell',
      rule: 'tagger',
      confidence: 0.5
    }
  },
  {
    ...anna,
    id: uuid(5),
    target: [powell],
    kind: 'identity',
    who: { iri: uuid(90), name: 'Press', type: 'group' },
    alone: true
  },
  {
    ...anna,
    id: uuid(6),
    target: [quote],
    kind: 'quote',
    cue: [anchor(text, 'told reporters')],
    source: [anchor(text, 'he', text.indexOf('patient'))],
    act: 'speech',
    quoteKind: 'direct',
    from: {
      about: 'quote',
      content: [quote],
      cue: [anchor(text, 'told')],
      source: null,
      act: 'speech',
      speaker: null,
      rule: 'forest',
      confidence: 0.9
    }
  },
  {
    ...anna,
    id: uuid(7),
    target: [anchor(text, 'The Fed will'), anchor(text, 'wait,')],
    kind: 'quote',
    cue: null,
    source: null,
    act: 'attitude',
    from: {
      about: 'quote',
      content: [anchor(text, 'wait')],
      cue: null,
      source: [powell],
      act: 'speech',
      speaker: 'Jerome Powell',
      rule: 'rule',
      confidence: 1
    }
  },
  {
    ...anna,
    id: uuid(8),
    target: [quote],
    kind: 'speaker',
    who: { iri: uuid(91), name: 'Powell', type: 'person' }
  },
  { ...anna, id: uuid(9), target: [quote], kind: 'speaker', who: null },
  { ...anna, id: uuid(10), target: [{ ...quote, was: 'We were patient,' }], kind: 'code', code: uuid(70) },
  { ...anna, id: uuid(11), target: [quote], kind: 'code', code: uuid(71), memo: 'clear \u2013 and "short"' },
  { ...anna, id: uuid(12), target: [], kind: 'memo', text: 'Read again\nsoon' },
  { ...anna, id: uuid(13), target: [anchor(text, '\u{1F389} It')], kind: 'memo', text: '' },
  { ...anna, id: uuid(14), target: [anchor(text, 'ended')], kind: 'accept' },
  { ...anna, id: uuid(15), target: [quote], kind: 'noCode', code: uuid(70) },
  { ...anna, id: uuid(16), rejected: '2026-04-02T03:04:05.678Z', target: [quote], kind: 'memo', text: 'Unlikely' }
]

export const code: Code = { id: uuid(70), name: 'Economy', color: '#aa0011', order: 1, ...anna }
export const childCode: Code = {
  id: uuid(71),
  name: 'Rates',
  color: '#00aa11',
  description: 'Interest rates',
  parent: uuid(70),
  shortcut: '1',
  order: 2.5,
  ...anna,
  modified: '2026-03-02T03:04:05.678Z'
}
export const entity: RegisteredEntity = {
  iri: uuid(90),
  name: 'The press',
  type: 'group',
  same: ['http://www.wikidata.org/entity/Q11032'],
  ...anna
}
export const otherEntity: RegisteredEntity = { iri: uuid(91), name: 'Jerome Powell', type: 'person', ...anna }
export const projectMemo: ProjectMemo = { id: uuid(95), about: '', text: 'Begun', ...anna }
export const codeMemo: ProjectMemo = { id: uuid(96), about: uuid(70), text: 'Broad', ...anna }
export const project: Project = {
  codes: [code, childCode],
  entities: [entity, otherEntity],
  memos: [projectMemo, codeMemo]
}
