import { encodingName, type TextRemark } from '../article'

/** What a remark on a file or text says on the command line: here is every note that an input may get. */
export function describeRemark(remark: TextRemark): string {
  switch (remark.kind) {
    case 'encoding':
      return remark.isDoubtful
        ? `is not UTF-8; it was read as ${encodingName(remark.encoding)}, which may be wrong: save it as UTF-8`
        : `is not UTF-8; it was read as ${encodingName(remark.encoding)}`
    case 'damaged':
      return `has bytes that are not ${encodingName(remark.encoding)}; U+FFFD stands for them`
    case 'spoiled':
      return spoilages[remark.spoilage]
    case 'unread':
      return unreadReasons[remark.reason]
  }
}

const unreadReasons = {
  code: 'nothing was read: all its lines are indented, and Markdown takes indented lines for code',
  markup: 'nothing was read: all that is in it is HTML, code or addresses'
} as const

const mend = 'the command "Mend a Copy of This Article" in VS Code makes a copy without them'

const spoilages = {
  misread: `its text was read in a wrong encoding and saved before (\u00E2\u20AC\u0153 for \u201C); ${mend.replace('without them', 'that is mended')}`,
  references: `its text has character references of HTML (&quot;) instead of characters; ${mend}`,
  tags: `its text has tags of HTML; ${mend}`
} as const
