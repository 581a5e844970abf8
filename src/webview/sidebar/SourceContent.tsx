import type { FolderSource, SidebarStrings } from '../../protocol/sidebar'
import type { Filter } from '../shared/filter'
import { format, number } from '../shared/format'
import { Highlighted } from '../shared/Highlighted'
import { EntityIcon } from '../shared/Icon'
import { kindsLabel, quotesIn } from './labels'
import type { NodeContent } from './treeNodes'

interface SourceContentProps {
  readonly content: Extract<NodeContent, { readonly kind: 'source' }>
  readonly strings: SidebarStrings
  readonly filter: Filter
}

/** A source: its name and what it is, how many quotes in how many articles, and of which kinds they are. */
export function SourceContent({ content, strings, filter }: SourceContentProps) {
  const { source, elsewhere, elsewhereArticles, most, isOfFolder } = content
  const { locale } = strings
  return (
    <>
      <EntityIcon kind={source.kind} />
      <span class="source-name">
        <span class={source.named ? 'name' : 'name unnamed'}>
          <bdi>
            <Highlighted text={source.name} filter={filter} />
          </bdi>
        </span>{' '}
        {source.description && (
          <span class="role">
            <bdi>
              <Highlighted text={source.description} filter={filter} />
            </bdi>
          </span>
        )}
      </span>
      <span class="source-figures">
        <span class="figure">
          <b data-value={isOfFolder ? quotesIn(source, strings) : number(source.count, locale)} />
          {elsewhere > 0 && (
            <span
              class="more"
              data-value={format(strings.moreIn, number(elsewhere, locale), number(elsewhereArticles, locale))}
            />
          )}
        </span>
        {source.count > 0 && <KindBar source={source} most={most} strings={strings} />}
      </span>
    </>
  )
}

/** As long as the number of quotes, against the source with the most; divided by kind. */
function KindBar({
  source: { kinds, count, named },
  most,
  strings
}: {
  readonly source: FolderSource
  readonly most: number
  readonly strings: SidebarStrings
}) {
  return (
    <span class={named ? 'kinds' : 'kinds unnamed'} title={kindsLabel(kinds, strings)}>
      <span class="kinds-bar" style={{ width: `${most === 0 ? 0 : Math.max(6, (100 * count) / most)}%` }}>
        {(['direct', 'mixed', 'indirect'] as const).map(
          (kind) => kinds[kind] > 0 && <span key={kind} class={kind} style={{ flexGrow: kinds[kind] }} />
        )}
      </span>
    </span>
  )
}
