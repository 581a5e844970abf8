import assert from 'node:assert/strict'
import { loadEngine, type Engine } from '../../../src/analysis'
import { readArticle } from '../../../src/article'
import { packRecord, recordFacts } from '../../../src/corpus'
import { openEncoder, prepareEncoder, type EncoderFiles, type EncoderProblem } from '../../../src/encoder'
import { pause } from '../../../src/util/pause'
import { languageModel } from '../../../src/workspace/languageModel'
import { threadedAnalyzer } from '../../../src/workspace/threadedAnalyzer'
import { windowThread, type WholeAnalysis, type WindowThread } from '../../../src/workspace/windowThread'
import { loadTestEngine } from '../../engine'
import { preparedFrom } from '../encoder/encoders'
import { MemoryWorkspace } from './memoryWorkspace'
import { readModel, someEncoderFiles, workerScript } from './workerBundle'

const texts = [
  'Oda Brennvik spoke first.\n\n"The bridge will be open before the winter comes," Brennvik said.\n',
  'A county spokeswoman, Oda Brennvik, said on Monday that the bridge was late.\n',
  'The mayor said that it will go on. Go to it!\n'
]

/** Answers versions with their texts, but for texts that say what else to do. */
const echo = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', ({ kind, id, text }) => {
    if (kind !== 'version') return
    if (text === 'die') process.exit(0)
    if (text === 'hang') for (;;);
    if (text === 'fail') return parentPort.postMessage({ kind: 'failed', id, reason: 'cannot' })
    setTimeout(() => parentPort.postMessage({ kind: 'analysis', id, parts: [JSON.stringify({ links: [text] })] }), 20)
  })
  parentPort.postMessage({ kind: 'ready', version: 'test-VERSION' })
`

describe('the thread of a window', function () {
  this.timeout(60_000)
  const opened: { dispose(): void }[] = []
  afterEach(() => {
    for (const one of opened.splice(0)) one.dispose()
  })

  function world(script: string, files: EncoderFiles, engine: () => Promise<Engine> = loadTestEngine) {
    const workspace = new MemoryWorkspace()
    const model = languageModel(() => Promise.resolve(files), workspace.log)
    const problems: (EncoderProblem | undefined)[] = []
    model.onDidChange(() => problems.push(model.problem))
    const thread = windowThread({
      files: () => Promise.resolve({ script, readModel }),
      ...{ languageModel: model, engine, log: workspace.log },
      timeLimit: () => 2000
    })
    opened.push(thread, model)
    return { thread, model, problems, log: workspace.errors }
  }

  async function echoing(script = echo) {
    const files = await someEncoderFiles()
    const { version } = await preparedFrom(files.weights ?? new Uint8Array())
    const engine = { version: 'test' } as Engine
    return world(script.replace('VERSION', version), files, () => Promise.resolve(engine))
  }

  /** What `echo` answers stands among the links. */
  const told = (found: WholeAnalysis): unknown => {
    if (found.kind !== 'whole') return found.kind
    const [link] = found.analysis.links
    return typeof link === 'string' ? link : found.analysis
  }
  const asked = async (thread: WindowThread, text: string, article = 'a') =>
    told(await thread.analyze(article, text, 'plain'))

  it('says of each version what an engine with the language model says, and so do the threads of a folder', async () => {
    const files = await someEncoderFiles()
    const prepared = prepareEncoder(files)
    assert.ok(!('problem' in prepared))
    const engine = await loadEngine(readModel, openEncoder(prepared))
    const expected = texts.map((text) => engine.analyze(readArticle(text, 'plain')))
    const { thread, model } = world(await workerScript(), files)
    const versions: unknown[] = []
    for (const text of texts) versions.push(await asked(thread, text))
    assert.equal(model.problem, undefined)
    assert.deepEqual(versions, expected)

    assert.equal(await model.versionOf(await loadTestEngine()), engine.version)
    const few = await thread.analyzer()
    const encoder = await model.share()
    const many = await threadedAnalyzer({
      ...{ script: await workerScript(), readModel, encoder, version: engine.version, count: 3 }
    })
    opened.push(many)
    for (const analyzer of [few, many]) {
      assert.ok(analyzer && !analyzer.byRules)
      const records = await Promise.all(texts.map((text) => analyzer.analyze(text, 'plain', () => true)))
      assert.deepEqual(
        records.map((record) => record && recordFacts(record).analysis),
        expected.map((analysis) => recordFacts(packRecord({ text: '', markup: [], analysis })).analysis)
      )
    }
  })

  it('gives up a version when the next one is asked for, when the article is edited or closed', async () => {
    const { thread } = await echoing()
    const first = asked(thread, 'one')
    const other = asked(thread, 'other', 'b')
    const second = asked(thread, 'two')
    assert.deepEqual(await Promise.all([first, other, second]), ['unwanted', 'other', 'two'])
    const edited = asked(thread, 'three')
    const closed = asked(thread, 'four', 'b')
    const kept = asked(thread, 'five', 'c')
    await pause(5)
    thread.giveUp('a')
    thread.forget('b')
    assert.deepEqual(await Promise.all([edited, closed, kept]), ['unwanted', 'unwanted', 'five'])
  })

  for (const text of ['die', 'hang'])
    it(`an article that makes its thread ${text} is not given to another one, and others go on`, async () => {
      const { thread, model, log } = await echoing()
      const [killer, other] = await Promise.all([asked(thread, text), asked(thread, 'other', 'b')])
      assert.deepEqual([killer, other], ['failed', 'other'])
      assert.equal(await asked(thread, 'another version'), 'failed')
      assert.equal(model.problem, undefined)
      assert.equal(log.length, 1)
    })

  it('an analysis that throws fails alone', async () => {
    const { thread } = await echoing()
    assert.deepEqual([await asked(thread, 'fail'), await asked(thread, 'then')], ['failed', 'then'])
  })

  it('without a language model nothing is started, and what it says is that there is none', async () => {
    const { thread, model, problems, log } = world('throw new Error("started")', {
      weights: undefined,
      kernels: undefined
    })
    assert.deepEqual([await asked(thread, 'a'), await asked(thread, 'b')], ['none', 'none'])
    assert.equal(await thread.analyzer(), undefined)
    assert.equal(await model.versionOf({ version: 'test' } as Engine), 'test')
    const { problem = '' } = model.problem ?? {}
    assert.equal(problem, 'The language model is missing from the installation')
    assert.equal(problems.length, 1)
    assert.deepEqual(log, [`${problem} (no weights): articles are read without it`])
  })

  it('a language model that turns out to be damaged is lost for the session, and that is told once', async () => {
    const { weights, kernels } = await someEncoderFiles()
    const header = new TextDecoder('latin1').decode(weights)
    // The header says of a checksum that the data does not have.
    const length = new DataView((weights ?? new Uint8Array()).buffer).getUint32(0, true)
    const inside = header.slice(8, 8 + length).replace('"__metadata__":{', '"__metadata__":{"checksum":"00000001",')
    const lengthBytes = new Uint8Array(8)
    new DataView(lengthBytes.buffer).setUint32(0, inside.length, true)
    const damaged = Uint8Array.from(
      Buffer.concat([lengthBytes, Buffer.from(inside), (weights ?? new Uint8Array()).subarray(8 + length)])
    )
    const { thread, model, log } = world(await workerScript(), { weights: damaged, kernels })
    assert.deepEqual(await Promise.all([asked(thread, 'a'), asked(thread, 'b', 'b')]), ['failed', 'failed'])
    assert.equal(await asked(thread, 'c'), 'failed')
    assert.equal(await thread.analyzer(), undefined)
    assert.equal(model.problem?.problem, 'The language model is damaged: install the extension again')
    assert.equal(log.filter((line) => line.includes('damaged')).length, 1)
    // What a folder keeps is kept under the version that there should be.
    assert.match(await model.versionOf({ version: 'test' } as Engine), /^test-/)
  })

  it('where no thread can be started the language model is lost, too', async () => {
    const { thread, model } = await echoing('throw new Error("no")')
    assert.equal(await asked(thread, 'a'), 'failed')
    assert.deepEqual(model.problem, {
      problem: 'The language model needs background threads, and none can be started',
      detail: 'no'
    })
  })

  it('ends with the window', async () => {
    const { thread } = await echoing()
    const waiting = asked(thread, 'hang')
    await thread.analyzer()
    thread.dispose()
    assert.equal(await waiting, 'failed')
    assert.equal(await asked(thread, 'c'), 'failed')
  })
})
