type Variant = (text: string, random: () => number) => string

/** Other forms in which an article may come, by name: what is told of one must not depend on its form. */
export const variants: Readonly<Record<string, Variant>> = {
  'wrapped at 72': (text) => wrapped(text, 72),
  'wrapped at 60': (text) => wrapped(text, 60),
  markdown,
  'live blog': liveBlog,
  transcript,
  beginning: (text, random) => text.slice(0, 150 + random() * 500),
  'web page': webPage,
  'without spaces': withoutSpaces,
  'other letters': otherLetters,
  'front matter': (text) => `---\ntitle: ${text.split('\n')[0]}\ndate: 2016-05-04\nauthor: Jane Doe\n---\n\n${text}`
}

/** One line of a paragraph is wrapped, and a blank line stands between paragraphs. */
export function wrapped(text: string, width: number): string {
  return text
    .split(/\n+/)
    .map((line) => wrappedLine(line, width))
    .join('\n\n')
}

function wrappedLine(line: string, width: number): string {
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const last = lines[lines.length - 1]
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

function markdown(text: string, random: () => number): string {
  const address = () => `https://www.example.com/news/2016/${Math.floor(random() * 1_000_000)}`
  const forms: readonly ((paragraph: string) => string)[] = [
    (paragraph) => paragraph.replace(/\b([A-Z][a-z]+ [A-Z][a-z]+)\b/, '**$1**'),
    (paragraph) => paragraph.replace(/\b([A-Z][a-z]+ [A-Z][a-z]+)\b/, `[$1](${address()})`),
    (paragraph) => `## ${paragraph.split(' ').slice(0, 5).join(' ')}\n\n${paragraph}`,
    (paragraph) => `> ${paragraph}`,
    (paragraph) => `* ${paragraph}`,
    (paragraph) => `![A photo](images/photo.jpg)\n*Photo: Jane Doe*\n\n${paragraph}`
  ]
  return text
    .split(/\n+/)
    .map((paragraph, index) => {
      if (index === 0 && paragraph.length < 150) return `# ${paragraph}`
      return random() < 0.5 ? forms[Math.floor(random() * forms.length)]!(paragraph) : paragraph
    })
    .join('\n\n')
}

function liveBlog(text: string, random: () => number): string {
  const form = Math.floor(random() * 5)
  const between = random() < 0.5 ? '\n' : ' '
  let minute = 600
  return text
    .split(/\n+/)
    .map((paragraph) => {
      minute += 1 + Math.floor(random() * 9)
      const hour = Math.floor(minute / 60)
      const rest = String(minute % 60).padStart(2, '0')
      const times = [
        `${hour}:${rest}`,
        `${hour}.${rest}am:`,
        `**${hour}:${rest}**`,
        `${hour}:${rest} a.m.`,
        `${hour}h${rest}`
      ]
      return `${times[form]}${between}${paragraph}`
    })
    .join('\n\n')
}

function transcript(text: string, random: () => number): string {
  const pairs = [
    ['SMITH', 'Interviewer'],
    ['JANE DOE', 'Q'],
    ['A', 'Mr. Brown'],
    ['HOST', 'Reporter'],
    ['**Q**', '**A**']
  ]
  const pair = pairs[Math.floor(random() * pairs.length)]!
  return text
    .split(/\n+/)
    .map((paragraph, index) => `${pair[index % 2]}: ${paragraph}`)
    .join(random() < 0.5 ? '\n' : '\n\n')
}

const besideArticles = [
  'Read more: https://www.example.com/a/b',
  'Share on Facebook',
  'Advertisement',
  'Follow us on Twitter @example',
  'Image copyright Getty Images',
  '(Photo: AP)',
  'Related stories',
  '\u00A9 2016 The Associated Press. All rights reserved.',
  'Updated 2016-05-04 10:32',
  'Published: 12/05/2016',
  'Contact: news@example.com',
  'Tags: politics, economy, health',
  'SUBSCRIBE',
  'Story continues below'
]

function webPage(text: string, random: () => number): string {
  return text
    .split(/\n+/)
    .map((paragraph) =>
      random() < 0.25 ? `${paragraph}\n\n${besideArticles[Math.floor(random() * besideArticles.length)]}` : paragraph
    )
    .join('\n\n')
}

/** As Chinese, Japanese and Thai are written: no spaces between words, their own stops or none. */
function withoutSpaces(text: string, random: () => number): string {
  const isThai = random() < 0.4
  const letter = () =>
    isThai
      ? String.fromCharCode(0x0e01 + Math.floor(random() * 46))
      : String.fromCharCode(0x4e00 + Math.floor(random() * 3000))
  const stop = isThai ? ' ' : '\u3002'
  return text
    .replace(/[A-Za-z]+/g, (word) => letter() + letter() + (word.length > 6 ? letter() : ''))
    .replace(/[.!?](?=["\u201D]?(?:\s|$))/g, stop)
    .replace(/, /g, isThai ? ' ' : '\uFF0C')
    .replace(/(?<=[\u0E00-\u0E5B\u4E00-\u9FFF\u3002\uFF0C]) (?=[\u0E00-\u0E5B\u4E00-\u9FFF])/g, '')
}

/** The same layout in the letters of another script. */
function otherLetters(text: string, random: () => number): string {
  const script = scripts[Math.floor(random() * scripts.length)]!
  return text.replace(/[A-Za-z]/g, (letter) => {
    const code = letter.charCodeAt(0)
    return String.fromCharCode(code >= 97 ? script.lower + code - 97 : script.upper + code - 65)
  })
}

/** Code points of a first small and a first capital letter: Cyrillic, Greek, and Hebrew, Arabic, Devanagari without capitals. */
const scripts = [
  { lower: 0x430, upper: 0x410 },
  { lower: 0x3b1, upper: 0x391 },
  { lower: 0x5d0, upper: 0x5d0 },
  { lower: 0x628, upper: 0x628 },
  { lower: 0x915, upper: 0x915 }
]
