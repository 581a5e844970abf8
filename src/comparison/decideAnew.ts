import { window, type QuickPickItem } from 'vscode'
import { anchorAt, type Anchor, type DecisionContent, type Identity, type Project } from '../annotations'
import { placesOf, sideFacts, wordsOf, type Judgement, type NewDecision } from '../annotations/agreement'
import type { EntityType } from '../analysis'
import type { SourceText, Span } from '../article'
import { l10n } from '../workspace/l10n'
import { shortWords, typeName } from './comparisonTexts'

export interface AnewOptions {
  readonly judgement: Judgement
  readonly project: Project
  /** Who was named in the article, those of the judgement first. */
  readonly people: readonly Identity[]
  /** The words that are selected in the article's editor. */
  readonly selected: { readonly text: SourceText['text']; readonly span: Span } | undefined
  readonly create: () => NewDecision
}

/** A decision that is neither side's. */
export interface Anew {
  readonly content: DecisionContent
  readonly target: readonly Anchor[]
}

/** Asks for it. Undefined when the user steps back. */
export async function askAnew(options: AnewOptions): Promise<Anew | undefined> {
  const content = await askContent(options)
  if (!content) return undefined
  const target = await askWords(options)
  return target && { content, target }
}

async function askContent(options: AnewOptions): Promise<DecisionContent | undefined> {
  const { judgement, project } = options
  switch (judgement.kind) {
    case 'mention':
      return pick(l10n.t('What is it?'), [...types.map(typeItem), rejectItem()])
    case 'quote':
      return pick(l10n.t('Is it a quote?'), [{ label: l10n.t('A quote'), content: quoteOf(judgement) }, rejectItem()])
    case 'identity': {
      const who = await askWho(l10n.t('Who is it?'), options)
      return who ? { kind: 'identity', who } : undefined
    }
    case 'speaker': {
      const who = await askWho(l10n.t('Who speaks?'), options)
      return who === undefined ? undefined : { kind: 'speaker', who }
    }
    case 'code':
      return pick(
        l10n.t('Which code?'),
        project.codes.map(({ id, name }) => ({ label: name, content: { kind: 'code', code: id } as const }))
      )
    case 'article':
      return pick(l10n.t('Is it an article?'), [
        { label: l10n.t('An article'), content: { kind: 'article', isArticle: true } },
        { label: l10n.t('No article'), content: { kind: 'article', isArticle: false } }
      ])
  }
}

interface ContentItem extends QuickPickItem {
  readonly content: DecisionContent
}

async function pick(title: string, items: readonly ContentItem[]): Promise<DecisionContent | undefined> {
  return (await window.showQuickPick(items, { title }))?.content
}

const types: readonly (readonly [type: EntityType, acting: boolean])[] = [
  ['person', false],
  ['organization', false],
  ['group', false],
  ['place', false],
  ['place', true]
]

function typeItem([type, acting]: (typeof types)[number]): ContentItem {
  return { label: typeName(type, acting), content: { kind: 'mention', type, acting } }
}

function rejectItem(): ContentItem {
  return { label: l10n.t('Neither: reject it'), content: { kind: 'reject' } }
}

/** With cue and source as the first side that has a quote has them. */
function quoteOf({ sides }: Judgement): DecisionContent {
  const decisions = sides.flatMap(({ decision }) => decision ?? [])
  const quote = decisions.find(({ kind }) => kind === 'quote')
  if (quote?.kind === 'quote') return { kind: 'quote', cue: quote.cue, source: quote.source, act: quote.act }
  const from = decisions.find((decision) => decision.from?.about === 'quote')?.from
  if (from?.about === 'quote') return { kind: 'quote', cue: from.cue, source: from.source, act: from.act }
  return { kind: 'quote', cue: null, source: null, act: 'speech' }
}

/** Null: nobody can be named; only of a speaker. Undefined: the user steps back. */
async function askWho(
  title: string,
  { judgement, project, people, create }: AnewOptions
): Promise<Identity | null | undefined> {
  const known = new Map<string, Identity>()
  for (const who of [...people, ...project.entities])
    known.set(who.iri, { iri: who.iri, name: who.name, type: who.type })
  const items = [...known.values()].map((who) => ({
    label: who.name,
    description: who.iri.startsWith('urn:') ? '' : who.iri,
    who
  }))
  const nobody = judgement.kind === 'speaker' ? [{ label: l10n.t('Nobody can be named'), who: null }] : []
  const other = { label: l10n.t('Somebody else\u2026'), who: undefined }
  const picked = await window.showQuickPick<QuickPickItem & { readonly who: Identity | null | undefined }>(
    [...items, ...nobody, other],
    { title, matchOnDescription: true }
  )
  if (!picked || picked !== other) return picked?.who
  const suggested = sideFacts(judgement).flatMap((facts) => (facts.kind === 'named' ? [facts.name] : []))
  const name = (await window.showInputBox({ title, value: suggested[0] ?? '' }))?.trim()
  return name ? { iri: create().id, name, type: 'person' } : undefined
}

/** The words that it is about: those of either side, or those that are selected in the editor. */
async function askWords({ judgement, selected }: AnewOptions): Promise<readonly Anchor[] | undefined> {
  const places = placesOf(judgement)
  const isOfWords = judgement.kind === 'mention' || judgement.kind === 'quote' || judgement.kind === 'code'
  const own = selected && isOfWords ? [[anchorAt(selected.text, selected.span)]] : []
  const all = [...places, ...own]
  if (all.length <= 1) return all[0] ?? []
  const items = all.map((target, index) => ({
    label: shortWords(wordsOf(target)) || l10n.t('The whole article'),
    description: index >= places.length ? l10n.t('the words that are selected') : '',
    target
  }))
  return (await window.showQuickPick(items, { title: l10n.t('Which words?') }))?.target
}
