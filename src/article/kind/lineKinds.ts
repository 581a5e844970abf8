export type LineKind =
  | 'time-stamp'
  | 'date'
  | 'bullet'
  | 'indented'
  | 'heading'
  | 'rule'
  | 'version'
  | 'setting'
  | 'code'
  | 'table'
  | 'address'
  | 'capitals'
  | 'comment'
  | 'one-word'
  | 'command'
  | 'change'
  | 'markup'
  | 'label'
  | 'lower-case'
  | 'colon'
  | 'stop'

/** What a line may look like. Patterns are linear: no repetition stands in another one. */
export const lineKinds: readonly { readonly kind: LineKind; readonly pattern: RegExp }[] = [
  {
    kind: 'time-stamp',
    pattern:
      /^[\s<[(]{0,3}(?:\d{4}[-/.]\d\d?[-/.]\d\d?[T ,]{1,2}\d\d?:\d\d|\d\d?:\d\d:\d\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)?,? ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* {1,2}\d{1,2} \d\d:\d\d:\d\d|\[\s*\d+\.\d+\])/
  },
  { kind: 'date', pattern: /^\W{0,4}(?:\d{4}-\d\d-\d\d|\d{4}\/\d\d\/\d\d|\d\d?[./]\d\d?[./]\d{4})(?!\d)/ },
  { kind: 'bullet', pattern: /^\s*(?:[*+\u2022\u00B7o]|-(?!-)|\d{1,3}[.)]|\[[ xX]\])\s+\S/ },
  { kind: 'indented', pattern: /^(?:\t| {2})\s*\S/ },
  { kind: 'heading', pattern: /^#{1,6}\s|^\S[^\n]{0,60}:?\s*$(?<![.!?"\u201D\u3002])(?<=\p{Ll}\W?)/u },
  { kind: 'rule', pattern: /^\s*(?:[-=*_~^#+.]\s?){4,}\s*$/ },
  { kind: 'version', pattern: /\bv?\d+\.\d+(?:\.\d+|[-~+][\w.]+)|\(\d[\w.:~+-]*\d[\w.]*\)/ },
  { kind: 'setting', pattern: /^\s*["']?[\w.@/-]{1,40}["']?\s*(?:=|:(?=\s|$)|[<>=~!]=)/ },
  {
    kind: 'code',
    pattern:
      /[;{}]\s*$|^\s*[{}()[\]]|=>|->|::|\w\(\)|[!=]==?|\b(?:function|return|import|const|def|class|void|int|var|let|if|for|while)\b[^.!?]*[({:;=]/
  },
  { kind: 'table', pattern: /\t.*\S\t|\|.*\|.*\||\S {2,}\S+ {2,}\S|[,;][^ ,;][^,;]*[,;][^ ,;][^,;]*[,;]\S/ },
  {
    kind: 'address',
    pattern: /\bhttps?:\/\/|\bwww\.|\w@\w|[\s("'`]\.{0,2}\/[\w.-]+\/|\w\.(?:js|ts|py|c|h|txt|md|html|org|com|json|sh)\b/
  },
  { kind: 'capitals', pattern: /^(?=[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu})[^\p{Ll}]*$/u },
  { kind: 'comment', pattern: /^\s*(?:\/\/|\/\*|\*\/|\*\s|#(?!#* )|--\s|;|%|"\s|\.\\"|\.[A-Z]{2}\b|\.\. )/ },
  { kind: 'one-word', pattern: /^\s*[^\s]+\s*$/ },
  {
    kind: 'command',
    pattern: /^\s*(?:\$|>>>|#|%)\s+\w|\b(?:npm|pip|apt(?:-get)?|git|cargo|make|sudo|yarn|cmake|configure)\s+[a-z-]/
  },
  {
    kind: 'change',
    pattern:
      /^\s*(?:[-*+]\s*)?(?:\([a-z, .-]+\)|\[[^\]]{0,60}\]:?)?\s*(?:Add(?:ed|s)?|Fix(?:ed|es)?|Remov(?:ed?|es)|Updat(?:ed?|es)|Chang(?:ed?|es)|Bump(?:ed)?|Rename[ds]?|Drop(?:ped)?|Support|Allow|Improve[ds]?|Deprecate[ds]?|New upstream|Rebuild|Use|Make|Don't|Closes?:)\b/
  },
  { kind: 'markup', pattern: /^\s*(?:<\/?[a-zA-Z!?]|\[!\[|!\[|```|~~~|\{%|\[[^\]]*\]:\s)/ },
  { kind: 'label', pattern: /^\s*[A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30}){0,3}:(?:\s|$)/ },
  { kind: 'lower-case', pattern: /^\s*\p{Ll}/u },
  { kind: 'colon', pattern: /:\s*$/ },
  { kind: 'stop', pattern: /[.!?\u3002\u0964\u061F\uFF01\uFF1F]["'\u201D\u2019\u00BB)]?\s*$/ }
]
