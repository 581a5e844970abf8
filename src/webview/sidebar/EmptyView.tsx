import type { EmptyReason, EmptyState, FolderStatus, SidebarCommand, SidebarStrings } from '../../protocol/sidebar'
import { format, number } from '../shared/format'
import { Icon } from '../shared/Icon'

interface EmptyViewProps {
  readonly reason: EmptyReason | 'nothing-found'
  readonly said?: EmptyState['said']
  readonly folder: FolderStatus
  readonly strings: SidebarStrings
  readonly onCommand: (command: SidebarCommand) => void
}

interface Message {
  readonly title: string
  readonly help?: string
  readonly icon: string
  readonly commands?: readonly (readonly [SidebarCommand, string])[]
}

/** There is nothing to list: why, and what to do about it. */
export function EmptyView({ reason, said, folder, strings, onCommand }: EmptyViewProps) {
  const { title, help, icon, commands = [] } = { ...messageOf(reason, strings), ...said }
  const isBusy = reason === 'analyzing' || reason === 'folder-reading'
  return (
    <div class="empty" aria-busy={isBusy}>
      <Icon name={icon} />
      <p class="title">{title}</p>
      {help && <p>{help}</p>}
      {reason === 'folder-reading' && <FolderProgress folder={folder} strings={strings} />}
      {commands.map(([command, label], index) => (
        <button
          key={command}
          type="button"
          class={index === 0 ? 'primary' : 'secondary'}
          onClick={() => onCommand(command)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

/** A thin bar while the folder is read. */
export function FolderProgress({
  folder,
  strings
}: {
  readonly folder: FolderStatus
  readonly strings: SidebarStrings
}) {
  if (folder.kind !== 'reading') return null
  const label = format(strings.readingFolder, number(folder.done, strings.locale), number(folder.total, strings.locale))
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={folder.total}
      aria-valuenow={folder.done}
      title={label}
    >
      <span style={{ width: `${folder.total === 0 ? 0 : (100 * folder.done) / folder.total}%` }} />
    </div>
  )
}

function messageOf(reason: EmptyViewProps['reason'], strings: SidebarStrings): Message {
  const analyze = [['analyzeFolder', strings.analyzeFolder]] as const
  switch (reason) {
    case 'no-article':
      return {
        icon: 'file-text',
        title: strings.emptyNoArticle,
        help: strings.emptyNoArticleHelp,
        commands: [['openSamples', strings.openSamples]]
      }
    case 'analyzing':
      return { icon: 'loading codicon-modifier-spin', title: strings.emptyAnalyzing }
    case 'binary':
      return { icon: 'file-binary', title: strings.emptyBinary, help: strings.emptyBinaryHelp }
    case 'too-large':
      return { icon: 'warning', title: strings.emptyTooLarge, help: strings.emptyTooLargeHelp }
    case 'blank':
      return { icon: 'file-text', title: strings.emptyBlank, help: strings.emptyBlankHelp }
    case 'code':
      return { icon: 'warning', title: strings.emptyCode, help: strings.emptyCodeHelp }
    case 'markup':
      return { icon: 'warning', title: strings.emptyMarkup, help: strings.emptyMarkupHelp }
    case 'not-article':
      return {
        icon: 'circle-slash',
        title: strings.noArticle,
        commands: [['treatAsArticle', strings.treatAsArticle]]
      }
    case 'failed':
      return { icon: 'warning', title: strings.emptyFailed, help: strings.emptyFailedHelp }
    case 'no-folder':
      return {
        icon: 'folder',
        title: strings.emptyNoFolder,
        help: strings.emptyNoFolderHelp,
        commands: [
          ['openFolder', strings.openFolder],
          ['openSamples', strings.openSamples]
        ]
      }
    case 'folder-unread':
      return {
        icon: 'folder-library',
        title: strings.emptyFolderUnread,
        help: strings.emptyFolderUnreadHelp,
        commands: analyze
      }
    case 'folder-reading':
      return { icon: 'folder-library', title: strings.emptyFolderReading }
    case 'folder-empty':
      return {
        icon: 'folder',
        title: strings.emptyFolder,
        help: strings.emptyFolderHelp,
        commands: [['openSamples', strings.openSamples]]
      }
    case 'nothing-found':
      return { icon: 'search', title: strings.emptyNothingFound, help: strings.emptyNothingFoundHelp }
  }
}
