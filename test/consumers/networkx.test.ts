import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gexf, graphml } from '../../src/exchange/formats/network'
import { sourceNetwork } from '../../src/exchange/formats/network/sourceNetwork'
import { withoutForbidden } from '../../src/exchange/xml'
import { inputOf, writtenText } from '../unit/exchange/inputs'
import { networkDocuments } from '../unit/exchange/formats/networkDocuments'

/** Prints what networkx makes of a file. */
const program = `
import json, sys, networkx
read = networkx.read_gexf if sys.argv[1] == 'gexf' else networkx.read_graphml
graph = read(sys.argv[2])
print(json.dumps({
  'directed': graph.is_directed(), 'multi': graph.is_multigraph(),
  'nodes': [[n, d] for n, d in graph.nodes(data=True)],
  'edges': [[a, b, d] for a, b, d in graph.edges(data=True)]
}))
`

interface Graph {
  readonly directed: boolean
  readonly multi: boolean
  readonly nodes: readonly (readonly [string, Readonly<Record<string, unknown>>])[]
  readonly edges: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[]
}

describe('networkx (Debian: python3-networkx)', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'networkx-'))
  })
  after(() => {
    rmSync(folder, { recursive: true })
  })

  for (const format of [gexf, graphml])
    it(`reads ${format.label}: every node and edge with its attributes`, async () => {
      const path = join(folder, `network.${format.extension}`)
      writeFileSync(path, await writtenText(format, inputOf(networkDocuments())))
      const graph = JSON.parse(execFileSync('python3', ['-c', program, format.id, path], { encoding: 'utf8' })) as Graph
      const { nodes, edges } = await sourceNetwork(inputOf(networkDocuments()))
      assert.deepEqual([graph.directed, graph.multi], [true, false])
      const told = (values: Readonly<Record<string, unknown>>) =>
        Object.fromEntries(
          Object.entries(values).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, typeof value === 'string' ? withoutForbidden(value) : value]]
          )
        )
      assert.deepEqual(
        Object.fromEntries(graph.nodes),
        Object.fromEntries(Array.from(nodes, ({ id, label, attributes }) => [id, told({ label, ...attributes })]))
      )
      assert.deepEqual(
        graph.edges
          .map(([from, to, { id: _, ...values }]) => ({ from, to, ...values, weight: Number(values['weight']) }))
          .sort(byEnds),
        Array.from(edges, ({ from, to, attributes }) => ({ from, to, ...told(attributes) })).sort(byEnds)
      )
    })

  it('reads a network of nothing', async () => {
    for (const format of [gexf, graphml]) {
      const path = join(folder, `empty.${format.extension}`)
      writeFileSync(path, await writtenText(format, inputOf([])))
      const graph = JSON.parse(execFileSync('python3', ['-c', program, format.id, path], { encoding: 'utf8' })) as Graph
      assert.deepEqual([graph.nodes, graph.edges], [[], []])
    }
  })
})

function byEnds(
  a: { readonly from: string; readonly to: string },
  b: { readonly from: string; readonly to: string }
): number {
  return `${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1
}
