import assert from 'node:assert/strict'
import { gexf, graphml } from '../../../../src/exchange/formats/network'
import { sourceNetwork } from '../../../../src/exchange/formats/network/sourceNetwork'
import { childOf, childrenOf, readXml } from '../../../../src/exchange/reading/xml'
import { inputOf, written, writtenText } from '../inputs'
import { networkDocuments } from './networkDocuments'

describe('the source network', () => {
  it('says who is quoted where, and who speaks about whom', async () => {
    const network = await sourceNetwork(inputOf(networkDocuments().slice(0, 2)))
    const nodes = [...network.nodes]
    const labels = new Map(nodes.map(({ id, label }) => [id, label]))
    assert.deepEqual(
      Array.from(
        network.edges,
        ({ from, to, attributes: { kind, weight, direct, attitudes } }) =>
          `${labels.get(from)} ${kind} ${labels.get(to)}: ${weight}, ${direct} direct, ${attitudes} attitudes`
      ),
      [
        'Mara Lind quoted-in Dam plan divides valley: 1, 1 direct, 0 attitudes',
        'Mara Lind speaks-about Oren Vail: 2, 2 direct, 0 attitudes',
        'Mara Lind quoted-in two.txt: 1, 1 direct, 0 attitudes',
        'Mara Lind speaks-about <b>&"\u0000]]>: 1, 1 direct, 0 attitudes',
        'Oren Vail quoted-in Dam plan divides valley: 2, 1 direct, 0 attitudes',
        'Oren Vail quoted-in two.txt: 1, 0 direct, 1 attitudes',
        'Oren Vail speaks-about Mara Lind: 1, 0 direct, 1 attitudes'
      ]
    )
    assert.deepEqual(
      nodes
        .filter(({ id }) => id.startsWith('e'))
        .map(({ label, attributes: { quotes, spokenOf } }) => `${label}: ${quotes}, ${spokenOf}`),
      ['Mara Lind: 2, 1', 'Oren Vail: 3, 2', '<b>&"\u0000]]>: 0, 1']
    )
  })

  it('is XML with each node and edge once, the same for the same export', async () => {
    for (const format of [gexf, graphml]) {
      const [file] = await written(format, inputOf(networkDocuments()))
      const xml = await readXml(file!.bytes)
      assert.ok('root' in xml)
      const graph = childOf(xml.root, 'graph')
      const [nodes, edges] =
        format === gexf
          ? [childrenOf(childOf(graph, 'nodes')), childrenOf(childOf(graph, 'edges'))]
          : [childrenOf(graph, 'node'), childrenOf(graph, 'edge')]
      const ids = nodes.map(({ attributes }) => attributes.get('id'))
      assert.equal(new Set(ids).size, ids.length)
      for (const { attributes } of edges)
        assert.ok(ids.includes(attributes.get('source')) && ids.includes(attributes.get('target')))
      assert.deepEqual([nodes.length, edges.length], [12, 12])
      assert.deepEqual(file, (await written(format, inputOf(networkDocuments())))[0])
    }
  })

  it('says what it loses', async () => {
    const input = inputOf(networkDocuments().slice(0, 2))
    await writtenText(gexf, input)
    assert.deepEqual(input.losses(), { code: 1, memo: 2, character: 1 })
  })
})
