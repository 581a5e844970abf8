import type { Span } from './article'

/**
 * What a web page puts among the paragraphs of an article: an `invitation` to read, follow, share or subscribe, a note about
 * `consent` (cookies, terms), the mark of an `advertisement`.
 */
export type Boilerplate = 'invitation' | 'consent' | 'advertisement'

/** In UTF-16 units: what is longer is no such line. */
const longest = 400

/** What a paragraph of the page, not of the article, is; null of anything else. Linear in the length of the paragraph. */
export function boilerplateOf(text: string, { start, end }: Span): Boilerplate | null {
  if (end - start > longest) return null
  const words = text.slice(start, end)
  const line = words.replace(/^[([*_\u2014\u2013\u00bb>\u2022|-]{1,3}\s?/, '')
  if (invitation.test(line) || invitationAlone.test(line) || isShareLine(line)) return 'invitation'
  if (advertisement.test(line)) return 'advertisement'
  // "By clicking here you accept it, the lawyer said": somebody tells it.
  return consent.test(line) && !/\b(?:said|says|told|according)\b/.test(line) ? 'consent' : null
}

const beginning = (...parts: readonly string[]) => new RegExp(`^(?:${parts.join('|')})`, 'i')
const whole = (...parts: readonly string[]) => new RegExp(`^(?:${parts.join('|')})\\W*$`, 'i')

/** How an invitation begins, whatever it goes on with. */
const invitation = beginning(
  'read (?:more|also|the rest|the full|next)\\b',
  'follow us\\b',
  'sign up (?:for|to)\\b',
  'subscribe\\b',
  'click here\\b(?!:)',
  'for more (?:information|news|stories|updates)',
  'related(?: stories| articles)?\\s?:',
  'get (?:the|our) (?:latest|best|top|daily|weekly|free) .{0,80}\\b(?:inbox|newsletters?|e-?mails?|app)\\b',
  'already (?:a subscriber|an? (?:account|member)|have an? (?:account|subscription)|registered|subscribed)\\b',
  'thank(?:s| you) for (?:signing up|subscribing|registering)\\b',
  'download (?:the|our) .{0,30}\\bapp\\b',
  'join (?:us on|our) .{0,30}\\b(?:whatsapp|telegram|newsletter|channel|community|conversation)\\b',
  'enter your e-?mail\\b',
  'this (?:article|story|content) is (?:only )?(?:for|available to) (?:our )?(?:subscribers|members)\\b'
)

/** What is an invitation where nothing else is in the paragraph. */
const invitationAlone = whole(
  '(?:log|sign) ?in(?: (?:or|to) .{1,40})?',
  '(?:most|more) (?:popular|read|viewed|stories|news|from .{1,40}|on this (?:story|topic))',
  'trending(?: now| stories)?|recommended(?: for you| stories)?|you (?:may|might) also (?:like|be interested in).{0,20}|up next',
  "editors?['\\u2019]?s? picks?|what to read next",
  '(?:list )?\\d+ of \\d+|list of \\d+ items|end of list|keep reading|(?:play|watch) video|image gallery',
  '(?:skip|jump) to (?:the )?(?:main )?(?:content|comments|navigation)|back to (?:the )?top',
  'leave a (?:comment|reply)|(?:load|view|show|see|add|post|read)(?: all| more| the| a)? comments?|\\d+ comments?'
)

const advertisement = whole(
  '(?:advertise?ments?|sponsored(?: content| links?)?|promoted(?: content)?|paid (?:post|content))(?:[\\s:|\u2013\u2014-]+(?:(?:hide|skip|close) ad\\w*|continue reading.{0,40}))?',
  '(?:hide|skip|close|report) (?:this )?ad(?:vertisement)?s?',
  '(?:the )?(?:story|article|post) continues (?:below|after)(?: (?:this |the )?(?:ad\\w*|video|gallery|break))?',
  'scroll (?:down )?to continue(?: (?:reading|with .{1,30}))?|continue reading(?: (?:below|the main story|this story))?'
)

const consent = beginning(
  "(?:we|our (?:web)?site|this (?:web)?site)(?:,? (?:and|along with) (?:our|its|selected)(?: \\d+)? .{0,30})?(?: may)? (?:uses?|stores?|places?) (?:[\\w ,']{1,40} )?cookies\\b",
  '(?:accept|reject|allow|decline|manage|customi[sz]e)(?: all| my| your| optional| necessary)* (?:cookies?|cookie \\w+)\\W*$',
  '(?:cookie|privacy) (?:settings|preferences|policy|notice|choices)\\W*$|(?:terms (?:of (?:use|service)|and conditions)|your privacy choices)\\W*$',
  'by (?:click|continu|sign|subscrib|submit|regist|us|provid|enter|check|proceed|visit|clos)\\w*\\b.{0,160}\\b(?:you|i)\\b.{0,40}\\b(?:agree|accept|consent|acknowledge)\\b',
  'you (?:agree|consent) to (?:receive|our|the (?:use|terms|processing))\\b',
  '(?:this site|this form|this page) is protected by re?captcha\\b'
)

/** Words that a line of buttons is made of; those of the first list say by themselves that it is one. */
const buttons = /^(?:share|tweet|print|bookmark|pin|flipboard|copy|e-?mail|save|gift)$/
const networks =
  /^(?:facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|instagram|messenger|bluesky|threads|youtube|tiktok|x)$/
const others =
  /^(?:this|the|a|an|on|via|to|with|by|in|it|more|link|url|article|story|page|post|news|options|comments?|now|your|friends?|full|\d+)$/

/** "Share this article", "Facebook Twitter WhatsApp Email": nothing but buttons, of which one or several say what they are. */
function isShareLine(line: string): boolean {
  if (line.length > 120) return false
  const words = line.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []
  if (words.length === 0 || !words.every((word) => buttons.test(word) || networks.test(word) || others.test(word)))
    return false
  if (buttons.test(words[0]!) && !/[.!?]$/.test(line)) return true
  return words.filter((word) => networks.test(word)).length > 1
}
