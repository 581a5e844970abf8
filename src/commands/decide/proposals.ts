import { Uri, window, type Disposable } from 'vscode'
import { acceptProposals, placeDecisions, rejectProposal, type Edit, type Proposal } from '../../annotations'
import { plainLine } from '../../editor/markdownText'
import { disposableList } from '../../util/disposable'
import { withoutMarks } from '../../util/printable'
import { l10n, shownLocale } from '../../workspace/l10n'
import { decideArgument } from './decideArgument'
import { decisionText, decisionWords } from './decisionText'
import { knownAnnotator, performStep, plainCommand } from './perform'
import { decidingOn, say, type DecideTools } from './place'

/**
 * What assistants propose: accepted, it is the annotator's own decision; rejected, it is listed and proposed no more. A proposal about several
 * articles is answered in all of them as one step.
 */
export function registerProposals(tools: DecideTools): Disposable {
  const owned = disposableList()
  owned.add(plainCommand(tools, 'acceptProposal', (argument) => acceptOne(tools, argument)))
  owned.add(plainCommand(tools, 'rejectProposal', (argument) => rejectOne(tools, argument)))
  owned.add(plainCommand(tools, 'rejectProposals', () => rejectSeveral(tools)))
  return owned
}

/** A proposal, or its part in one article. */
interface Proposed {
  readonly uri: Uri
  readonly proposal: Proposal
}

async function acceptOne(tools: DecideTools, argument: unknown): Promise<unknown> {
  const found = await proposalAt(tools, argument)
  if (!found) return sayGone()
  if (!(await knownAnnotator(tools))) return undefined
  const places = []
  for (const { uri, proposal } of partsOf(tools, found)) {
    const article = tools.documents.peek(uri) ?? tools.folder.snapshot()?.article(uri.toString())
    if (article) places.push({ deciding: decidingOn(tools, uri, article), proposal })
  }
  const { main } = found.proposal
  const own = places.find(({ proposal }) => proposal === found.proposal)
  const [placed] = own ? placeDecisions(own.deciding.article.text, [main]) : []
  if (!placed?.isInText)
    return say(l10n.t('The words of this proposal are not in the text any more. It can only be rejected.'))
  if (main.kind === 'code' && !tools.annotations.project(found.uri).codes.some(({ id }) => id === main.code))
    return say(l10n.t('The code of this proposal is not in the codebook any more. It can only be rejected.'))
  const edits = acceptProposals(places)
  if (!edits) return say(l10n.t('People have said that these are different. The proposal can only be rejected.'))
  return performStep(tools, { label: l10n.t('Accept {0}', labelOf(found)), edits })
}

async function rejectOne(tools: DecideTools, argument: unknown): Promise<unknown> {
  const found = await proposalAt(tools, argument)
  if (!found) return sayGone()
  return performStep(tools, {
    label: l10n.t('Reject {0}', labelOf(found)),
    edits: rejections(partsOf(tools, found))
  })
}

async function rejectSeveral(tools: DecideTools): Promise<unknown> {
  await tools.annotations.loadAll()
  const all = allProposals(tools)
  if (all.length === 0) return say(l10n.t('No assistant proposes anything.'))
  const picked = await window.showQuickPick(
    sessionsOf(all).map(({ by, made, proposed, isAll }) => ({
      label: by,
      description: isAll ? l10n.t('everything that it proposes') : l10n.t('proposed {0}', shownTime(made)),
      detail: proposed.length === 1 ? l10n.t('1 proposal') : l10n.t('{0} proposals', proposed.length),
      proposed
    })),
    {
      title: l10n.t('Reject Proposals of an Assistant'),
      placeHolder: l10n.t('What do you want to reject, as one step?')
    }
  )
  if (!picked) return undefined
  const { label, proposed } = picked
  return performStep(tools, { label: l10n.t('Reject what {0} proposes', label), edits: rejections(proposed) })
}

function rejections(proposed: readonly Proposed[]): readonly Edit[] {
  const now = new Date().toISOString()
  return proposed.flatMap(({ uri, proposal }) => rejectProposal(uri.toString(), proposal, now))
}

async function proposalAt(tools: DecideTools, argument: unknown): Promise<Proposed | undefined> {
  const given = decideArgument(argument)
  if (!given) return undefined
  const uri = Uri.parse(given.uri, true)
  await tools.annotations.load(uri)
  const proposal = tools.annotations.proposals(uri).find(({ main }) => main.id === given.key)
  return proposal && { uri, proposal }
}

/** The same proposal in all its articles. */
function partsOf(tools: DecideTools, { proposal: { by, made } }: Proposed): readonly Proposed[] {
  return allProposals(tools).filter(({ proposal }) => proposal.by === by && proposal.made === made)
}

function allProposals({ annotations }: DecideTools): readonly Proposed[] {
  return annotations.articles().flatMap((uri) => annotations.proposals(uri).map((proposal) => ({ uri, proposal })))
}

interface Session {
  readonly by: string
  readonly made: string
  readonly proposed: readonly Proposed[]
  readonly isAll: boolean
}

/** All of each assistant, and then what it proposed in one go, the last first: between two of them it proposed nothing for a while. */
function sessionsOf(all: readonly Proposed[]): readonly Session[] {
  return [...new Set(all.map(({ proposal }) => proposal.by))].sort().flatMap((by): readonly Session[] => {
    const own = all
      .filter(({ proposal }) => proposal.by === by)
      .sort((a, b) => (a.proposal.made < b.proposal.made ? -1 : 1))
    const sessions: Proposed[][] = []
    for (const one of own) {
      const last = sessions.at(-1)?.at(-1)
      if (last && timeOf(one) - timeOf(last) < pauseBetween) sessions.at(-1)!.push(one)
      else sessions.push([one])
    }
    const parts = sessions
      .reverse()
      .map((proposed) => ({ by, made: proposed[0]!.proposal.made, proposed, isAll: false }))
    return parts.length === 1
      ? [{ ...parts[0]!, isAll: true }]
      : [{ by, made: '', proposed: own, isAll: true }, ...parts]
  })
}

/** Milliseconds. */
const pauseBetween = 1_800_000

function timeOf({ proposal }: Proposed): number {
  return Date.parse(proposal.made)
}

function shownTime(made: string): string {
  return new Intl.DateTimeFormat(shownLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(made))
}

function labelOf({ proposal: { main } }: Proposed): string {
  return `${withoutMarks(plainLine(decisionWords(main)))}, ${withoutMarks(plainLine(decisionText(main)))}`
}

function sayGone(): undefined {
  return say(l10n.t('This is not proposed any more.'))
}
