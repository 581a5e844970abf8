import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { workplace, written, type Workplace } from './workplace'
import { startSlurm } from './slurm'

const shards = 5

describe('the recipes of docs/clusters.md', () => {
  let place: Workplace
  let whole: string
  let slurm: Awaited<ReturnType<typeof startSlurm>>

  before(async () => {
    place = await workplace()
    slurm = await startSlurm(join(place.folder, 'slurm'))
    const argv = ['links', '--no-language-model', '--format', 'json', place.news]
    const { code, output, errors } = await place.run('article-annotator', argv)
    assert.deepEqual([code, errors], [0, ''])
    assert.match(output, /"reuse":\[\[/)
    whole = output
  })
  after(async () => {
    await slurm.stop()
    await place.remove()
  })

  /** What is in a work folder's messages, on standard error or in the jobs' logs. */
  const messagesIn = (work: string, errors: string) =>
    errors +
    readdirSync(work)
      .filter((name) => name.endsWith('.log'))
      .map((name) => readFileSync(join(work, name), 'utf8'))
      .join('')

  const engines = [
    { name: 'parallel.sh', killed: 'self', isFinished: false },
    { name: 'slurm.sh', killed: 'self', isFinished: false },
    { name: 'dask_links.py', killed: 'parent', isFinished: true }
  ] as const

  for (const { name, killed, isFinished } of engines)
    describe(name, () => {
      let work: string
      const submit = (kill?: number) =>
        place.run(place.recipe(name), [place.news, work, `${shards}`], {
          environment: slurm.environment,
          ...(kill !== undefined && { kill: { shard: kill, who: killed } })
        })
      const linksOf = () => readFile(join(work, 'links.json'), 'utf8')

      before(async () => {
        work = join(place.folder, `work of ${name}`)
        await mkdir(work)
      })

      it('says which article is bad, and gives no links without it', async () => {
        const bad = join(place.news, 'bad.txt')
        await writeFile(bad, new Uint8Array([0, 1, 2, 3, 0, 0, 0]))
        const { code, errors } = await submit()
        assert.notEqual(code, 0)
        assert.match(messagesIn(work, errors), /the news\/bad\.txt: is a binary file, not text/)
        assert.equal(existsSync(join(work, 'links.json')), false)
        assert.equal((await written(work)).size, shards)
        await rm(bad)
      })

      it('does again what had failed alone, and gives the bytes of one process', async () => {
        const before = await written(work)
        const { code, errors } = await submit()
        assert.equal(code, 0, messagesIn(work, errors))
        assert.equal(await linksOf(), whole)
        const after = await written(work)
        assert.equal([...after].filter(([file, inode]) => before.get(file) === inode).length, shards - 1)
        assert.deepEqual(
          readdirSync(work).filter((file) => file.endsWith('.failures')),
          []
        )
      })

      it('loses nothing when a worker is killed in the middle', async () => {
        await rm(join(work, '3.records'))
        await rm(join(work, 'links.json'))
        const before = await written(work)
        const { code, errors } = await submit(3)
        assert.equal(existsSync(join(place.folder, 'kill')), false)
        assert.equal(code === 0, isFinished, messagesIn(work, errors))
        assert.equal(existsSync(join(work, 'links.json')), isFinished)
        if (!isFinished) assert.equal(existsSync(join(work, '3.records')), false)
        const again = await submit()
        assert.equal(again.code, 0, messagesIn(work, again.errors))
        assert.equal(await linksOf(), whole)
        const after = await written(work)
        for (const [file, inode] of before) assert.equal(after.get(file), inode, file)
      })

      it('doubles nothing when it is submitted twice at once', async () => {
        await rm(join(work, '1.records'))
        await rm(join(work, '4.records'))
        const both = await Promise.all([submit(), submit()])
        assert.deepEqual(
          both.map(({ code }) => code),
          [0, 0],
          messagesIn(work, both.map(({ errors }) => errors).join(''))
        )
        assert.equal(await linksOf(), whole)
        assert.equal((await written(work)).size, shards)
      })
    })

  it('partial.sh gives the same with many reduces', async () => {
    const work = join(place.folder, 'work of partial.sh')
    const mapped = await place.run(place.recipe('parallel.sh'), [place.news, work, '3'])
    assert.equal(mapped.code, 0, mapped.errors)
    await rm(join(work, 'links.json'))
    const { code, errors } = await place.run(place.recipe('partial.sh'), [work, '100'])
    assert.deepEqual([code, errors], [0, ''])
    assert.ok(readdirSync(join(work, 'parts')).length > 6)
    assert.equal(await readFile(join(work, 'links.json'), 'utf8'), whole)
  })

  it('analyze.sh has each article once, as one process finds it', async () => {
    const work = join(place.folder, 'work of analyze.sh')
    const { code, errors } = await place.run(place.recipe('analyze.sh'), [place.news, work, '3'])
    assert.equal(code, 0, errors)
    const once = await place.run('article-annotator', ['analyze', '--format', 'jsonl', place.news])
    const lines = (text: string) => text.split('\n').sort()
    assert.deepEqual(lines(await readFile(join(work, 'articles.jsonl'), 'utf8')), lines(once.output))
  })

  it('a disk that is full leaves no file, is named, and the next run goes on', async () => {
    const work = join(place.folder, 'work on a full disk')
    await mkdir(work)
    const limited = (blocks: string) =>
      place.run('bash', [
        ...['-c', `ulimit -f ${blocks}; exec "$0" "$@"`],
        ...['article-annotator', 'links', '--map', '--missing', '--output', join(work, '1.records'), place.news]
      ])
    const full = await limited('8')
    assert.equal(full.code, 1)
    assert.equal(full.errors, `${join(work, '1.records')}: the file would be larger than is allowed\n`)
    assert.deepEqual(readdirSync(work), [])
    assert.equal((await limited('unlimited')).code, 0)
    const reduce = (blocks: string) =>
      place.run('bash', [
        ...['-o', 'pipefail', '-c'],
        `LC_ALL=C sort -u "$0"/1.records | (ulimit -f ${blocks}; exec article-annotator links --reduce --output "$0/links.json" -)`,
        work
      ])
    const fullReduce = await reduce('4')
    assert.equal(fullReduce.code, 1)
    assert.match(fullReduce.errors, /the file would be larger than is allowed/)
    assert.deepEqual(readdirSync(work), ['1.records'])
    assert.equal((await reduce('unlimited')).code, 0)
    assert.equal(await readFile(join(work, 'links.json'), 'utf8'), whole)
  })

  it('a sort that ran out of disk is no result', async () => {
    const work = join(place.folder, 'a cut stream')
    const mapped = await place.run(place.recipe('parallel.sh'), [place.news, work, '2'])
    assert.equal(mapped.code, 0, mapped.errors)
    const cut = await place.run('bash', [
      ...[
        '-c',
        'LC_ALL=C sort -u "$0"/*.records | head -c 40000 | article-annotator links --reduce --output "$0/cut.json" -'
      ],
      work
    ])
    assert.equal(cut.code, 1)
    assert.match(cut.errors, /stdin: the records are not those of the articles: .* are missing/)
    assert.equal(existsSync(join(work, 'cut.json')), false)
  })
})
