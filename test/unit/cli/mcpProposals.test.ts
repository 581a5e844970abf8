import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { openAnnotationStore, openProposals, rejectProposal, type Decision } from '../../../src/annotations'
import { nodeAnnotationFiles } from '../../../src/cli/annotationFiles'
import { decisionOn } from '../workspace/memoryDecisions'
import { code, withAnnotated } from './annotated'
import { withFolder } from './folder'
import { installedCli, type InstalledCli } from './installed'
import { cli } from './ports'

const dam =
  '\u201CThe dam holds,\u201D said Ada Brandt.\n\n\u201CIt does not,\u201D said Bo Carlsen. Cy Dahl was there.\n'
const more = '\u201CWe shall see,\u201D said Mr Brandt.\n'
const articles = { 'a.txt': dam, 'deep/b.txt': more }

type Ask = (tool: string, given: Readonly<Record<string, unknown>>) => Promise<string>

describe('mcp --suggest', function () {
  this.timeout(60_000)
  let installed: InstalledCli
  before(async () => {
    installed = await installedCli()
  })
  after(() => installed.remove())

  async function withClient(
    folder: string,
    use: (ask: Ask, client: Client) => Promise<void>,
    { options = ['--suggest'], name = 'Claude Desktop' } = {}
  ): Promise<void> {
    const client = new Client({ name, version: '1' })
    const args = [installed.script, 'mcp', '--no-language-model', '--all', ...options, folder]
    await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }))
    const ask: Ask = async (tool, given) => {
      const { content } = await client.callTool({ name: tool, arguments: given })
      return (content as { text: string }[]).map(({ text }) => text).join('')
    }
    try {
      await use(ask, client)
    } finally {
      await client.close()
    }
  }

  const layers = async (folder: string, article = 'a.txt') =>
    (await openAnnotationStore(nodeAnnotationFiles(folder), undefined).layers(article)).layers

  const proposed = async (folder: string, article?: string) =>
    (await layers(folder, article)).map(
      ({ annotator, decisions }) => `${annotator}: ${decisions.map((one) => lineOf(one)).join(', ')}`
    )

  /** As the review of VS Code does it. */
  const reject = async (folder: string) => {
    const store = openAnnotationStore(nodeAnnotationFiles(folder), undefined)
    const [layer] = (await store.layers('a.txt')).layers
    const proposals = openProposals(layer ? [layer] : [], [])
    const edits = proposals.flatMap((proposal) => rejectProposal('a.txt', proposal, '2026-11-28T09:00:00.000Z'))
    const { problem } = await store.saveLayer(
      'a.txt',
      layer!.annotator,
      edits.filter((edit) => edit.kind === 'decision')
    )
    assert.equal(problem, undefined)
  }

  it('proposes a speaker, a code, a memo and a merge, in a layer of its own, of each one moment', async () => {
    await withAnnotated({ articles, layers: {}, project: { codes: [code] } }, async (folder) => {
      await withClient(folder, async (ask) => {
        for (const [tool, given] of [
          ['proposeSpeaker', { article: 'a.txt', quote: 'q2', name: 'Cy Dahl' }],
          ['proposeCode', { article: 'a.txt', line: 1, words: 'dam holds', code: 'weather' }],
          ['proposeMemo', { article: 'deep/b.txt', text: 'Short.' }],
          ['proposeMerge', { source: await sourceOf(ask, 'Carlsen'), into: await sourceOf(ask, 'Ada') }]
        ] as const)
          assert.match(await ask(tool, given), /^Proposed\. It decides nothing/, tool)
      })
      assert.deepEqual(await proposed(folder), [
        'assistant-claude-desktop: code dam holds, Ada Brandt is Ada Brandt, \u201CIt does not,\u201D by Cy Dahl, Bo Carlsen is Ada Brandt, Cy Dahl is Cy Dahl'
      ])
      assert.deepEqual(await proposed(folder, 'deep/b.txt'), ['assistant-claude-desktop: memo Short.'])
      const moments = (await layers(folder)).flatMap(({ decisions }) => decisions.map(({ created }) => created))
      assert.equal(new Set(moments).size, 3)
    })
  })

  it('counts nowhere as decided', async () => {
    const person = decisionOn(dam, 'Cy Dahl', { kind: 'mention', type: 'group', acting: false }, 'assistant-x')
    const noArticle = { ...decisionOn(dam, 'dam', { kind: 'article', isArticle: false }, 'assistant-x'), target: [] }
    const own = decisionOn(dam, 'Ada Brandt', { kind: 'accept' }, 'Rosa')
    await withAnnotated({ articles, layers: { 'a.txt': { Rosa: [own] } } }, async (plain) => {
      await withAnnotated(
        { articles, layers: { 'a.txt': { Rosa: [own], 'assistant-x': [person, noArticle] } } },
        async (folder) => {
          for (const verb of [
            ['analyze', '--format', 'jsonl'],
            ['links'],
            ['decisions'],
            ['agreement'],
            ['export', '--format', 'csv-mentions'],
            ['export', '--format', 'csv-quotes']
          ]) {
            const outputs = []
            for (const of of [plain, folder]) {
              const { output, errors } = await cli([...verb, of])
              outputs.push(
                output.replaceAll(of, '').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, ''),
                errors.replaceAll(of, '')
              )
            }
            assert.deepEqual(outputs.slice(2), outputs.slice(0, 2), verb.join(' '))
          }
        }
      )
    })
  })

  it('leaves alone what a person has decided, and proposes nothing twice', async () => {
    const speaker: Decision = decisionOn(
      dam,
      '\u201CIt does not,\u201D',
      { kind: 'speaker', who: { iri: 'urn:uuid:bo', name: 'Bo Carlsen', type: 'person' } },
      'Rosa'
    )
    await withAnnotated({ articles, layers: { 'a.txt': { Rosa: [speaker] } } }, async (folder) => {
      await withClient(folder, async (ask) => {
        const nobody = (quote: string) => ask('proposeSpeaker', { article: 'a.txt', quote, nobody: true })
        assert.match(await nobody('q2'), /^a person has decided this already/)
        assert.match(await nobody('q1'), /^Proposed/)
        assert.match(await nobody('q1'), /^this is proposed already$/)
      })
      assert.deepEqual(await proposed(folder), [
        'Rosa: \u201CIt does not,\u201D by Bo Carlsen',
        'assistant-claude-desktop: \u201CThe dam holds,\u201D by nobody'
      ])
    })
  })

  it('proposes nothing again that the researcher has rejected, also under another name', async () => {
    await withFolder(articles, async (folder) => {
      const proposals = async (ask: Ask) => [
        await ask('proposeSpeaker', { article: 'a.txt', quote: 'q2', name: 'Cy Dahl' }),
        await ask('proposeMerge', { source: await sourceOf(ask, 'Carlsen'), into: await sourceOf(ask, 'Ada') }),
        await ask('proposeMemo', { article: 'a.txt', text: 'Short.' })
      ]
      await withClient(folder, async (ask) => {
        for (const answer of await proposals(ask)) assert.match(answer, /^Proposed/)
        for (const answer of await proposals(ask)) assert.match(answer, /^this is proposed already$/)
      })
      await reject(folder)
      await writeFile(join(folder, 'a.txt'), `A new first line.\n\n${dam}`)
      await withClient(
        folder,
        async (ask) => {
          for (const answer of await proposals(ask))
            assert.match(answer, /^the researcher rejected this on 2026-11-28: it is not to be proposed again$/)
          assert.match(await ask('proposeMemo', { article: 'a.txt', text: 'Long.' }), /^Proposed/)
        },
        { name: 'Somebody Else' }
      )
      assert.deepEqual(await proposed(folder), [
        'assistant-claude-desktop: memo Short., Ada Brandt is Ada Brandt, \u201CIt does not,\u201D by Cy Dahl, Bo Carlsen is Ada Brandt, Cy Dahl is Cy Dahl',
        'assistant-somebody-else: memo Long.'
      ])
    })
  })

  it('says what cannot be proposed, and why', async () => {
    await withAnnotated({ articles, layers: {}, project: { codes: [code] } }, async (folder) => {
      await withClient(folder, async (ask) => {
        for (const [tool, given, why] of [
          ['proposeSpeaker', { article: 'a.txt', quote: 'q9', nobody: true }, /no such quote/],
          ['proposeSpeaker', { article: 'a.txt', quote: 'q1' }, /give one of/],
          ['proposeSpeaker', { article: 'a.txt', quote: 'q1', source: 'x' }, /no such source/],
          ['proposeCode', { article: 'a.txt', line: 1, words: 'dam', code: 'x' }, /there are: \["Weather"\]/],
          ['proposeCode', { article: 'a.txt', line: 2, words: 'dam', code: 'Weather' }, /not in that line/],
          ['proposeCode', { article: 'a.txt', line: 99, words: 'dam', code: 'Weather' }, /no such line/],
          ['proposeCode', { article: 'a.txt', line: 1, words: 'a', code: 'Weather' }, /several times/],
          ['proposeMemo', { article: 'a.txt', text: ' ' }, /nothing in the note/],
          ['proposeMemo', { article: 'a.txt', text: 'x'.repeat(2001) }, /text/],
          ['proposeMerge', { source: 'x', into: 'x' }, /no such source/]
        ] as const)
          assert.match(await ask(tool, given), why)
      })
      assert.deepEqual(await readdir(join(folder, '.annotations')), ['project.jsonld'])
    })
  })

  it('writes nothing outside of its folder, wherever links lead and whatever it calls itself', async () => {
    await withFolder({ 'secret.txt': dam, '.annotations/x': '' }, async (outside) => {
      await withFolder(articles, async (folder) => {
        await symlink(join(outside, '.annotations'), join(folder, '.annotations'))
        await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'))
        await withClient(
          folder,
          async (ask) => {
            for (const article of ['../secret.txt', join(outside, 'secret.txt'), 'link.txt', 'a.txt/../../x.txt'])
              assert.match(await ask('proposeMemo', { article, text: 'x' }), /no such article/)
            assert.match(await ask('proposeMemo', { article: 'a.txt', text: 'x' }), /leads out of the folder/)
          },
          { name: '../../evil' }
        )
        assert.deepEqual(await readdir(outside, { recursive: true }), ['.annotations', 'secret.txt', '.annotations/x'])
      })
      await withFolder(articles, async (folder) => {
        await mkdir(join(folder, '.annotations'))
        await symlink(outside, join(folder, '.annotations', 'a.txt'))
        await withClient(folder, async (ask) => {
          assert.match(await ask('proposeMemo', { article: 'a.txt', text: 'x' }), /could not be written/)
        })
        assert.deepEqual((await readdir(outside)).sort(), ['.annotations', 'secret.txt'])
      })
    })
  })

  it('puts what a text would hide in a note where it is seen, and takes the name that it is given', async () => {
    await withFolder(articles, async (folder) => {
      await withClient(
        folder,
        async (ask) => {
          await ask('proposeMemo', { article: 'a.txt', line: 1, words: 'dam', text: 'a\u202Eb\u{E0041}c' })
        },
        { options: ['--suggest', '--name', 'Night Shift'] }
      )
      assert.deepEqual(await proposed(folder), ['assistant-night-shift: memo a\uFFFDb\uFFFDc'])
      const file = join(folder, '.annotations', 'a.txt', 'assistant-night-shift.jsonld')
      assert.match(await readFile(file, 'utf8'), /assistant-night-shift/)
    })
  })

  it('is not there without the option', async () => {
    await withFolder(articles, async (folder) => {
      await withClient(
        folder,
        async (ask, client) => {
          const names = (await client.listTools()).tools.map(({ name }) => name)
          assert.ok(names.every((name) => name.startsWith('article')))
          assert.match(await ask('proposeMemo', { article: 'a.txt', text: 'x' }), /there is no such tool/)
        },
        { options: [] }
      )
      assert.deepEqual((await readdir(folder)).sort(), ['a.txt', 'deep'])
    })
  })
})

async function sourceOf(ask: Ask, name: string): Promise<string> {
  const text = await ask('articleSources', { name })
  const { facts } = JSON.parse(text.slice(text.indexOf('\n'))) as { facts: readonly { source: string }[] }
  return facts[0]?.source ?? assert.fail(name)
}

function lineOf(decision: Decision): string {
  const words = decision.target.map(({ exact }) => exact).join(' ')
  if (decision.kind === 'speaker') return `${words} by ${decision.who?.name ?? 'nobody'}`
  if (decision.kind === 'identity') return `${words} is ${decision.who.name}`
  return decision.kind === 'memo' ? `memo ${decision.text}` : `${decision.kind} ${words}`
}
