import type { AskedArticles } from '../assistants'
import { collectArticles } from '../assistants/collectArticles'
import { exportSource } from '../commands/export/exportSource'
import type { Corpus } from '../corpus'
import { canonicalWords, exportInput, lossCounter } from '../exchange'
import type { Cancellation } from '../util/cancellation'
import type { Disposable } from '../util/disposable'
import type { Annotations } from '../workspace/annotations/annotations'
import type { ArticleFolder } from '../workspace/articleFolder'
import type { FolderArticle, FolderSnapshot } from '../workspace/folderArticle'

/** The workspace's folder as assistants ask it: in memory as long as somebody asks. */
export interface AskedFolder extends Disposable {
  /** The articles as they are now. Rejects with why they cannot be had. */
  current(token: Cancellation): Promise<AskedMoment>
}

/** The folder at one moment: ids in answers mean the same in its articles. */
export interface AskedMoment {
  readonly asked: AskedArticles
  /** By the file, as answers call it. */
  readonly articles: ReadonlyMap<string, FolderArticle>
  readonly corpus: Corpus
}

type Asked = Pick<ArticleFolder, 'refresh' | 'snapshot'>

export function askedFolder(folder: Asked, annotations: Annotations): AskedFolder {
  let kept: { readonly snapshot: FolderSnapshot; readonly moment: Promise<AskedMoment> } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isDisposed = false

  function forget(): void {
    clearTimeout(timer)
    kept = undefined
  }

  /** What the second question finds was collected for the first, unless something has changed since. */
  function collected(snapshot: FolderSnapshot): Promise<AskedMoment> {
    if (kept?.snapshot === snapshot) return kept.moment
    const moment = collect(snapshot, annotations, () => !isDisposed)
    kept = { snapshot, moment }
    moment.catch(() => {
      if (kept?.moment === moment) forget()
    })
    return moment
  }

  return {
    async current(token) {
      if (!folder.snapshot()) await folder.refresh(undefined, token)
      const snapshot = folder.snapshot()
      if (token.isCancellationRequested) throw new Error('nobody waits for the answer any more')
      if (!snapshot) throw new Error('no folder of articles is open')
      if (snapshot.articles.length === 0) throw new Error('there are no articles (.txt, .md) in the folder')
      clearTimeout(timer)
      timer = setTimeout(forget, keptTime)
      return collected(snapshot)
    },
    dispose() {
      isDisposed = true
      forget()
    }
  }
}

/** Quotes of 10,000 articles take some 100 MB. Milliseconds. */
const keptTime = 300_000

async function collect(
  { name, articles, corpus }: FolderSnapshot,
  annotations: Annotations,
  isWanted: () => boolean
): Promise<AskedMoment> {
  const source = await exportSource(
    { title: name, articles, corpus, content: 'both', annotator: '' },
    annotations,
    isWanted
  )
  if (!source) throw new Error('nobody waits for the answer any more')
  const options = { content: 'both', offsets: 'utf16', now: new Date().toISOString() } as const
  const input = await exportInput(source, options, { isWanted, onArticle: () => undefined }, lossCounter())
  const byFile = new Map<string, FolderArticle>()
  const asked = await collectArticles(input, (file) => {
    const text = byFile.get(file)?.text
    return Promise.resolve(text === undefined ? undefined : canonicalWords(text))
  })
  for (const [at, { file }] of asked.articles.entries()) byFile.set(file, articles[at]!)
  return { asked, articles: byFile, corpus }
}
