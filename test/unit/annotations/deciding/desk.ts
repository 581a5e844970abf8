import type { AnalyzedText, Analysis } from '../../../../src/analysis'
import type {
  Deciding,
  Decision,
  Edit,
  Fact,
  Identity,
  Project,
  RegisteredEntity,
  Step
} from '../../../../src/annotations'
import { applyDecisions, emptyProject, inTextOrder, mergedDecisions } from '../../../../src/annotations'
import { marked, type Bearers } from '../../editor/articleText'

/** An article, and a researcher who decides about it: each time edits are done, what they say is decided. */
export interface Desk {
  readonly deciding: () => Deciding
  readonly at: (words: string, occurrence?: number) => { readonly start: number; readonly end: number }
  /** Does edits and gives them as lines. */
  readonly does: (edits: readonly Edit[]) => readonly string[]
  /** All that is decided, as lines. */
  readonly decided: () => readonly string[]
  readonly steps: readonly Step[]
  /** The mention with these words that is shown now. */
  readonly mention: (words: string) => Fact
  /** The id of the entity that is shown now under this name. */
  readonly entity: (name: string) => string
  /** The quotes that are shown now, with their speakers. */
  readonly quotes: () => readonly string[]
}

export interface DeskOptions {
  readonly quotes?: Parameters<typeof marked>[2]
  readonly change?: (analysis: Analysis) => Analysis
  readonly entities?: readonly RegisteredEntity[]
  /** By default there is one. */
  readonly folder?: string | undefined
  /** Decisions of another annotator's, which hold too. */
  readonly others?: (deciding: Deciding) => readonly Decision[]
  readonly id?: string
}

export function desk(source: string, bearers: Bearers, options: DeskOptions = {}): Desk {
  const { text, analysis, at } = marked(source, bearers, options.quotes)
  const id = options.id ?? 'article'
  let own: readonly Decision[] = []
  let project: Project = { ...emptyProject, entities: options.entities ?? [] }
  let drafted = 0
  let iris = 0
  const steps: Step[] = []
  const article = (): Deciding['article'] => {
    const suggested: AnalyzedText = { id, text, markup: [], analysis: options.change?.(analysis) ?? analysis }
    const others = options.others?.(toolsOnly(suggested)) ?? []
    const layers = [
      { annotator: 'Ann', decisions: own },
      { annotator: 'Bob', decisions: others }
    ]
    const decisions = mergedDecisions(layers)
    if (decisions.length === 0) return suggested
    const decided = applyDecisions(suggested, decisions, project.entities)
    return { ...suggested, analysis: decided.analysis, decided }
  }
  const toolsOnly = (suggested: AnalyzedText): Deciding => ({
    article: suggested,
    own,
    project,
    folder: 'folder' in options ? options.folder : 'file:///folder',
    tools: {
      anchorAt: (source, { start, end }) => ({ exact: source.slice(start, end), prefix: '', suffix: '', start, end }),
      draft: (content, place) => ({
        id: `d${++drafted}`,
        creator: 'Ann',
        created: `2026-01-01T00:00:${String(drafted).padStart(2, '0')}.000Z`,
        ...place,
        ...content
      }),
      newIri: () => `urn:uuid:${++iris}`
    }
  })
  const deciding = (): Deciding => ({ ...toolsOnly(article()), article: article() })
  return {
    deciding,
    at: (words, occurrence) => {
      const start = at(words, occurrence)
      return { start, end: start + words.length }
    },
    does(edits) {
      steps.push({ label: '', edits })
      for (const edit of edits) {
        if (edit.kind === 'decision' && edit.article === id) own = applied(own, edit, (one) => one.id).sort(inTextOrder)
        if (edit.kind === 'entity')
          project = { ...project, entities: applied(project.entities, edit, (one) => one.iri) }
      }
      return edits.map(editLine)
    },
    decided: () => own.map(decisionLine),
    steps,
    mention(words) {
      const { analysis: shown } = article()
      const index = shown.mentions.findIndex(({ start, end }) => text.slice(start, end) === words)
      if (index < 0) throw new Error(`"${words}" is no mention`)
      return { about: 'mention', index }
    },
    entity(name) {
      const { id: found } = article().analysis.entities.find((one) => one.name === name) ?? {}
      if (found === undefined) throw new Error(`nobody is called "${name}"`)
      return found
    },
    quotes() {
      const { analysis: shown } = article()
      return shown.quotes.map(({ content, speaker }) => {
        const who = shown.entities.find((one) => one.id === speaker)
        return `${content.map((span) => text.slice(span.start, span.end)).join(' ')} by ${who?.name ?? 'nobody'}`
      })
    }
  }
}

function applied<T>(
  things: readonly T[],
  { before, after }: { before?: T; after?: T },
  nameOf: (thing: T) => string
): T[] {
  const left = before ? things.filter((thing) => nameOf(thing) !== nameOf(before)) : [...things]
  if (before && left.length === things.length) throw new Error(`${nameOf(before)} is not there`)
  return after ? [...left, after] : left
}

export function editLine(edit: Edit): string {
  if (edit.kind === 'entity')
    return `registry: ${entityLine(edit.after)}${edit.before ? ` (was ${entityLine(edit.before)})` : ''}`
  if (edit.kind !== 'decision') return edit.kind
  const { before, after } = edit
  const place = edit.article === 'article' ? '' : `${edit.article}: `
  if (before && after) return `${place}${decisionLine(after)} (was ${decisionLine(before)})`
  return `${place}${after ? decisionLine(after) : `no longer ${decisionLine(before!)}`}`
}

export function decisionLine(decision: Decision): string {
  const words = (anchors: readonly { exact: string }[] | null) =>
    anchors?.map(({ exact }) => `"${exact}"`).join(' ') ?? '-'
  const who = (one: Identity | null | undefined) => (one ? `${one.name} <${one.iri}> ${one.type}` : 'nobody')
  const target = words(decision.target)
  switch (decision.kind) {
    case 'accept':
    case 'reject':
      return `${decision.kind} ${decision.from?.about} ${target}`
    case 'mention':
      return `${target} is a ${decision.type}${decision.acting ? ', acting' : ''}${decision.who ? `, ${who(decision.who)}` : ''}${answered(decision)}`
    case 'identity':
      return `${target} is ${who(decision.who)}${decision.alone ? ', alone' : ''}`
    case 'quote':
      return `quote ${target} cue ${words(decision.cue)} source ${words(decision.source)}${decision.act === 'attitude' ? ' attitude' : ''}${answered(decision)}`
    case 'speaker':
      return `${target} by ${who(decision.who)}`
    case 'article':
      return decision.isArticle ? 'an article' : 'no article'
    case 'code':
    case 'noCode':
    case 'memo':
      return `${decision.kind} ${target}`
  }
}

function answered({ from }: Decision): string {
  if (!from) return ''
  const anchors = from.about === 'mention' ? [from.span] : from.content
  return ` for ${anchors.map(({ exact }) => `"${exact}"`).join(' ')}`
}

function entityLine(entity: RegisteredEntity | undefined): string {
  if (!entity) return '-'
  return [entity.name, `<${entity.iri}>`, entity.type, ...(entity.same ?? [])].join(' ')
}
