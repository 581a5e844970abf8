import type { ExchangeFormat, ExportInput } from '../../format'
import { xmlWriter, type XmlWriter } from '../../xml'
import { countProjectMemos } from '../../projectMemos'
import { edgeAttributes, nodeAttributes, sourceNetwork, type AttributeType, type AttributeValue } from './sourceNetwork'

/** http://graphml.graphdrawing.org, with a `label` for Gephi and yEd. */
export const graphml: ExchangeFormat = {
  id: 'graphml',
  label: 'Source network (GraphML)',
  description:
    'Who is quoted in which article, and who speaks about whom, for yEd, igraph, Cytoscape and other network programs',
  suffix: '.sources',
  extension: 'graphml',
  cannotHold: ['quote', 'code', 'memo', 'project-memo', 'status', 'rejected', 'character'],
  writer: { kind: 'file', write: writeGraphml }
}

async function* writeGraphml(input: ExportInput): AsyncGenerator<string> {
  countProjectMemos(input)
  const { nodes, edges } = await sourceNetwork(input)
  const xml = xmlWriter((count) => input.lost('character', count))
  yield xml.declaration
  yield xml.open('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' })
  yield* keys(xml, 'node', { label: 'string', ...nodeAttributes })
  yield* keys(xml, 'edge', edgeAttributes)
  yield xml.open('graph', { id: 'sources', edgedefault: 'directed' })
  for (const { id, label, attributes } of nodes)
    yield xml.open('node', { id }) + data(xml, 'node', { label, ...attributes }) + xml.close()
  for (const { id, from, to, attributes } of edges)
    yield xml.open('edge', { id, source: from, target: to }) + data(xml, 'edge', attributes) + xml.close()
  yield xml.close()
  yield xml.close()
}

type Kind = 'node' | 'edge'

function* keys(xml: XmlWriter, kind: Kind, types: Readonly<Record<string, AttributeType>>) {
  for (const [name, type] of Object.entries(types))
    yield xml.leaf('key', {
      id: `${kind}-${name}`,
      for: kind,
      'attr.name': name,
      'attr.type': type === 'integer' ? 'int' : type
    })
}

function data(xml: XmlWriter, kind: Kind, values: Readonly<Record<string, AttributeValue | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : xml.leaf('data', { key: `${kind}-${name}` }, String(value))))
    .join('')
}
