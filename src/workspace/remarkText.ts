import { encodingName, type TextRemark } from '../article'
import { l10n } from './l10n'

/** What a remark on a file or text says to the reader. */
export function remarkText(remark: TextRemark): string {
  switch (remark.kind) {
    case 'encoding':
      return remark.isDoubtful
        ? l10n.t('Not UTF-8: read as {0}, which may be wrong.', encodingName(remark.encoding))
        : l10n.t('Not UTF-8: read as {0}.', encodingName(remark.encoding))
    case 'damaged':
      return l10n.t('Some bytes are not {0}.', encodingName(remark.encoding))
    case 'unread':
      return l10n.t('Nothing was read in it.')
    case 'spoiled':
      switch (remark.spoilage) {
        case 'misread':
          return l10n.t('The text was read in a wrong encoding and saved before.')
        case 'references':
          return l10n.t('The text has character references of HTML instead of characters.')
        case 'tags':
          return l10n.t('The text has tags of HTML.')
      }
  }
}
