import type { ExchangeFormat, ExportInput } from '../../format'
import { xmlWriter, type XmlWriter } from '../../xml'
import { countProjectMemos } from '../../projectMemos'
import {
  edgeAttributes,
  nodeAttributes,
  sourceNetwork,
  type AttributeType,
  type AttributeValue,
  type NetworkEdge,
  type NetworkNode
} from './sourceNetwork'

/** Version 1.2, which Gephi and networkx read; networkx knows no later one. */
export const gexf: ExchangeFormat = {
  id: 'gexf',
  label: 'Source network (GEXF)',
  description:
    'Who is quoted in which article, and who speaks about whom, for Gephi, networkx and other network programs',
  suffix: '.sources',
  extension: 'gexf',
  cannotHold: ['quote', 'code', 'memo', 'project-memo', 'status', 'rejected', 'character'],
  writer: { kind: 'file', write: writeGexf }
}

async function* writeGexf(input: ExportInput): AsyncGenerator<string> {
  countProjectMemos(input)
  const { nodes, edges } = await sourceNetwork(input)
  const xml = xmlWriter((count) => input.lost('character', count))
  yield xml.declaration
  yield xml.open('gexf', { xmlns: 'http://www.gexf.net/1.2draft', version: '1.2' })
  yield xml.open('meta', { lastmodifieddate: input.now.slice(0, 10) })
  yield xml.leaf('creator', {}, 'Article Annotator')
  yield xml.leaf('description', {}, input.title)
  yield xml.close()
  yield xml.open('graph', { mode: 'static', defaultedgetype: 'directed' })
  yield* attributes(xml, 'node', nodeAttributes)
  yield* attributes(xml, 'edge', edgeAttributes)
  yield xml.open('nodes')
  for (const node of nodes) yield writeNode(xml, node)
  yield xml.close()
  yield xml.open('edges')
  for (const edge of edges) yield writeEdge(xml, edge)
  yield xml.close()
  yield xml.close()
  yield xml.close()
}

function* attributes(xml: XmlWriter, kind: 'node' | 'edge', types: Readonly<Record<string, AttributeType>>) {
  yield xml.open('attributes', { class: kind, mode: 'static' })
  for (const [title, type] of Object.entries(types)) yield xml.leaf('attribute', { id: title, title, type })
  yield xml.close()
}

function writeNode(xml: XmlWriter, { id, label, attributes: values }: NetworkNode): string {
  return xml.open('node', { id, label }) + writeValues(xml, values, nodeAttributes) + xml.close()
}

/** The weight is one of the format's own. */
function writeEdge(xml: XmlWriter, { id, from, to, attributes: values }: NetworkEdge): string {
  const { weight } = values
  return (
    xml.open('edge', { id, source: from, target: to, type: 'directed', weight }) +
    writeValues(xml, values, edgeAttributes) +
    xml.close()
  )
}

function writeValues(
  xml: XmlWriter,
  values: Readonly<Record<string, AttributeValue | undefined>>,
  types: Readonly<Record<string, AttributeType>>
): string {
  const written = Object.keys(types).flatMap((name) => {
    const value = values[name]
    return value === undefined || name === 'weight' ? [] : [xml.leaf('attvalue', { for: name, value })]
  })
  return xml.open('attvalues') + written.join('') + xml.close()
}
