import type { Anchor, Code, Decision, Edit, Layer, Project } from '../../../../src/annotations/index.js'
import {
  codesInOrder,
  codeTree,
  type Codebook,
  type Coding,
  type LayeredArticle,
  type Sign
} from '../../../../src/annotations/codebook/index.js'

export const folder = 'file:///folder'
export const now = '2026-02-01T00:00:00.000Z'
const created = '2026-01-01T00:00:00.000Z'

/** A codebook from lines, indented by two blanks a level: "Economy 1 #aabbcc", the digit and the colour optional. */
export function codebook(...lines: readonly string[]): Codebook {
  const path: string[] = []
  const places = new Map<string, number>()
  const codes = lines.map((line): Code => {
    const level = (line.length - line.trimStart().length) / 2
    const [, name = '', digit, color] = /^(.*?)(?: (\d))?(?: (#\w{6}))?$/.exec(line.trim()) ?? []
    const parent = level === 0 ? undefined : path[level - 1]
    const order = places.get(parent ?? '') ?? 0
    places.set(parent ?? '', order + 1)
    path[level] = name
    const shortcut = digit && { shortcut: digit }
    return {
      id: name,
      name,
      color: color ?? '#2a80e2',
      ...(parent && { parent }),
      ...shortcut,
      order,
      creator: 'Ann',
      created
    }
  })
  return { folder, project: { codes: codes.sort((a, b) => (a.id < b.id ? -1 : 1)), entities: [], memos: [] } }
}

/** The same codebook after the edits; each must fit to what is there. */
export function after(edits: readonly Edit[] | undefined, { project }: Codebook): Codebook {
  let { codes, memos } = project
  for (const edit of edits ?? []) {
    if (edit.kind === 'code') codes = replaced(codes, edit)
    if (edit.kind === 'memo') memos = replaced(memos, edit)
  }
  return { folder, project: { ...project, codes, memos } }
}

function replaced<T extends { readonly id: string }>(
  list: readonly T[],
  edit: { readonly before?: T; readonly after?: T }
): readonly T[] {
  if (edit.before && !list.includes(edit.before)) throw new Error(`${edit.before.id} is not as the edit takes it to be`)
  if (!edit.before && list.some(({ id }) => id === edit.after?.id))
    throw new Error(`${edit.after?.id} is there already`)
  return [...list.filter((thing) => thing !== edit.before), ...(edit.after ? [edit.after] : [])]
}

/** The codebook as lines of the form that `codebook` reads; `show` adds to the name. */
export function shown({ project }: Codebook, show: (code: Code) => string = ({ name }) => name): readonly string[] {
  return codesInOrder(codeTree(project.codes)).map(({ code, parent }) => {
    let indent = ''
    for (let above = parent; above; above = above.parent) indent += '  '
    return indent + show(code)
  })
}

/** A coding of words that are looked for in the text: "Economy: cut taxes (memo)". */
export function coding(text: string, line: string, creator = 'Ann'): Coding {
  const [, code = '', words = '', memo] = /^(.*?): (.*?)(?: \((.*)\))?$/s.exec(line) ?? []
  return {
    kind: 'code',
    id: `${creator} ${line}`,
    creator,
    created,
    target: [anchor(text, words)],
    code,
    ...(memo !== undefined && { memo })
  }
}

/** Says that a code does not apply to words: "Economy: cut taxes". */
export function refusal(text: string, line: string, creator = 'Ann'): Decision {
  const { target, code } = coding(text, line, creator)
  return { kind: 'noCode', id: `${creator} not ${line}`, creator, created, target, code }
}

export function anchor(text: string, exact: string): Anchor {
  const start = text.indexOf(exact)
  if (start < 0) throw new Error(`"${exact}" is not in the text`)
  return { exact, prefix: '', suffix: '', start, end: start + exact.length }
}

export function layered(article: string, ...decisions: readonly Decision[]): LayeredArticle {
  const annotators = [...new Set(decisions.map(({ creator }) => creator))]
  const layers = annotators.map((annotator): Layer => ({
    annotator,
    decisions: decisions.filter(({ creator }) => creator === annotator)
  }))
  return { article, layers }
}

/** All decisions of articles after the edits, as lines: "a.txt Ann: Economy: cut taxes (memo)". */
export function shownDecisions(edits: readonly Edit[], ...articles: readonly LayeredArticle[]): readonly string[] {
  return articles
    .flatMap(({ article, layers }) => {
      let decisions = layers.flatMap((layer) => layer.decisions)
      for (const edit of edits)
        if (edit.kind === 'decision' && edit.article === article) decisions = [...replaced(decisions, edit)]
      return decisions.map((decision) => `${article} ${decision.creator}: ${shownDecision(decision)}`)
    })
    .sort()
}

export function shownDecision(decision: Decision): string {
  const words = decision.target.map(({ exact }) => exact).join(' \u2026 ')
  switch (decision.kind) {
    case 'code':
      return `${decision.code}: ${words}${decision.memo === undefined ? '' : ` (${decision.memo})`}`
    case 'noCode':
      return `not ${decision.code}: ${words}`
    case 'memo':
      return `memo on "${words}": ${decision.text}`
    case 'accept':
    case 'reject':
    case 'mention':
    case 'identity':
    case 'quote':
    case 'speaker':
    case 'article':
      return `${decision.kind}: ${words}`
  }
}

/** Gives the ids "new 1", "new 2", and so on. */
export function signing(creator = 'Ann'): Sign {
  let count = 0
  return () => ({ id: `new ${++count}`, creator, created: now })
}

export function withMemo(book: Codebook, about: string, text: string, creator = 'Ann'): Codebook {
  const memo = { id: `${creator} on ${about}`, about, text, creator, created }
  const project: Project = { ...book.project, memos: [...book.project.memos, memo] }
  return { ...book, project }
}
