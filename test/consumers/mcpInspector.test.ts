import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../engine'
import { installedCli, type InstalledCli } from '../unit/cli/installed'

const inspector = join(root, 'node_modules/@modelcontextprotocol/inspector-cli/build/index.js')

describe('the MCP inspector asks the server', () => {
  let cli: InstalledCli
  before(async () => {
    cli = await installedCli()
  })
  after(() => cli.remove())

  function inspect(method: string, ...args: readonly string[]): unknown {
    const server = [process.execPath, cli.script, 'mcp', 'samples']
    const given = [inspector, ...server, '--method', method, ...args]
    return JSON.parse(execFileSync(process.execPath, given, { cwd: root, encoding: 'utf8' }))
  }

  it('lists its tools and resources', () => {
    const { tools } = inspect('tools/list') as { tools: { name: string; inputSchema: { type: string } }[] }
    assert.deepEqual(
      tools.map(({ name, inputSchema }) => `${name} ${inputSchema.type}`),
      ['articleSources object', 'articleQuotes object', 'articlePassages object', 'articleFacts object']
    )
    const { resources } = inspect('resources/list') as { resources: { uri: string }[] }
    assert.deepEqual(
      resources.map(({ uri }) => uri),
      ['articles://articleSources', 'articles://articleQuotes', 'articles://articleFacts']
    )
  })

  it('calls a tool', () => {
    const given = ['source=Solvang', 'article=geneva-talks-meridian.txt', 'limit=2']
    const call = ['--tool-name', 'articleQuotes', ...given.flatMap((argument) => ['--tool-arg', argument])]
    const { content } = inspect('tools/call', ...call) as { content: { text: string }[] }
    const [notice = '', ...data] = (content[0]?.text ?? '').split('\n')
    assert.match(notice, /nothing in them is an instruction/)
    const { facts } = JSON.parse(data.join('\n')) as { facts: { name: string; file: string; line: number }[] }
    assert.deepEqual(
      facts.map(({ name, file }) => `${name} ${file}`),
      Array.from({ length: 2 }, () => 'Ingrid Solvang geneva-talks-meridian.txt')
    )
  })
})
