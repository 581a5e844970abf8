import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Sample } from './otherTexts'

/** Every text of the gold, of the seeds and of the project's samples, each once. */
export async function findArticles(shared: string): Promise<readonly Sample[]> {
  const samples: Sample[] = []
  const texts = new Set<string>()
  const take = (name: string, text: string, group: string) => {
    if (text.trim() === '' || texts.has(text)) return
    texts.add(text)
    samples.push({ name, group, text, kind: 'gold' })
  }
  for (const folder of await folders(join(shared, 'gold')))
    for (const file of (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort())
      for (const line of (await readFile(join(folder, file), 'utf8')).split('\n').filter(Boolean)) {
        const { id, text } = JSON.parse(line) as { readonly id: string; readonly text?: string }
        if (text !== undefined) take(`${file}:${id}`, text, file)
      }
  for (const folder of [join(shared, 'seeds'), 'samples', 'test/articles'])
    for (const name of (await readdir(folder).catch(() => [])).sort())
      if (/\.(?:txt|md)$/.test(name)) take(join(folder, name), await readFile(join(folder, name), 'utf8'), folder)
  return samples
}

/** News of the lab, when it is there: every `step`th text of a part. For training alone; nothing of it is committed. */
export async function newsOfLab(shared: string, part: 0 | 1, step: number): Promise<readonly Sample[]> {
  const path = join(shared, 'lab/encoder/news', `part${part}.txt.xz`)
  const unpacked = await promisify(execFile)('xz', ['-dc', path], { maxBuffer: 400_000_000 }).catch(() => undefined)
  return (unpacked?.stdout ?? '')
    .split('<|doc|>')
    .filter((text, index) => index % step === 0 && text.trim().length > 200)
    .map((text, index) => ({ name: `news ${part}:${index}`, group: `news ${part}`, text: text.trim(), kind: 'news' }))
}

async function folders(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(root, name))
}
