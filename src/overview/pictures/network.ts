import type { NetworkLink, NetworkNode, NetworkPicture } from '../../protocol/overview'
import type { FolderView } from '../../study/folderView'
import { subjectTable } from '../../study/subjectTable'
import { nameCondition } from '../../util/filterQuery'
import { mappedInSteps, type Steps } from '../../util/steps'
import { quotePlace } from './dots'
import type { PictureSize } from './pictureSize'
import { firstSources, longestName, noteOf, sourceEntry } from './sourceEntries'

/** Of those who are only spoken of: so many for each source that is looked at. */
const subjectsPerSource = 1
/** More links than that for each source are a tangle. */
const linksPerSource = 5
/** Few: what tells namesakes apart is unpacked. */
const nodesPerStep = 8

interface Link {
  readonly from: number
  readonly to: number
  quotes: number
  readonly first: number
}

/** Who speaks about whom: the first sources, and who their quotes mention. Entities are indexes of `Corpus.entities`. */
export function* networkPicture(view: FolderView, { rows }: PictureSize): Steps<NetworkPicture> {
  const { index } = view
  const { entities } = index.folder.corpus
  const table = yield* subjectTable(index)
  const sources = firstSources(view, rows)
  const speaking = new Map(sources.map((source) => [index.links[source.link]!.entity, source]))
  const links: Link[] = []
  for (const [from, { quotes }] of speaking) {
    yield
    const own = new Map<number, Link>()
    for (const number of quotes) {
      const told = new Set<number>()
      table.forEach(number, (to, isActor) => {
        if (to === from || !isActor || told.has(to) || !(entities[to]?.named || speaking.has(to))) return
        told.add(to)
        const link = own.get(to)
        if (link) link.quotes++
        else own.set(to, { from, to, quotes: 1, first: number })
      })
    }
    links.push(...own.values())
  }
  yield
  const about = new Map<number, number>()
  for (const { to, quotes } of links) about.set(to, (about.get(to) ?? 0) + quotes)
  const others = [...about]
    .filter(([entity]) => !speaking.has(entity))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, Math.max(1, sources.length * subjectsPerSource))
  const known = new Set([...speaking.keys(), ...others.map(([entity]) => entity)])
  const shown = links
    .filter(({ to }) => known.has(to))
    .sort((a, b) => b.quotes - a.quotes || a.from - b.from || a.to - b.to)
    .slice(0, Math.max(1, sources.length * linksPerSource))
  const linked = new Set(shown.flatMap(({ from, to }) => [from, to]))
  const present = [...known].filter((entity) => linked.has(entity))
  const places = new Map(present.map((entity, place) => [entity, place]))
  return {
    kind: 'network',
    nodes: yield* mappedInSteps(present, node, nodesPerStep),
    links: shown.map(({ from, to, quotes, first }): NetworkLink => ({
      from: places.get(from)!,
      to: places.get(to)!,
      quotes,
      only: quotes === 1 ? quotePlace(index, first) : null
    })),
    sources: sources.length,
    sourcesInAll: view.sources.length
  }

  function node(entity: number): NetworkNode {
    const { name, type, named } = entities[entity]!
    const source = speaking.get(entity)
    const spoken = source
      ? sourceEntry(view, source)
      : {
          name: name.slice(0, longestName),
          note: noteOf(index, entity),
          kind: type === 'place' ? ('acting-place' as const) : type,
          named,
          quotes: 0,
          articles: 0,
          condition: nameCondition('source', name)
        }
    return { ...spoken, about: about.get(entity) ?? 0, aboutCondition: nameCondition('about', name) }
  }
}
