import type { Sample } from './otherTexts'

type Random = () => number

/** Short files that lie beside articles and that packages have few of, made of templates: logs, lists, notes on sources. */
export function writtenOthers(random: Random): readonly Sample[] {
  return Object.entries(templates).flatMap(([name, make]) =>
    Array.from({ length: 60 }, (_, index): Sample => {
      const text = make(random)
      return { name: `${name} ${index}`, group: `written ${name} ${index % 8}`, text, kind: 'written' }
    })
  )
}

const templates: Readonly<Record<string, (random: Random) => string>> = {
  log: (random) => {
    const form = Math.floor(random() * 5)
    return lines(random, 2, 60, () => {
      const time = `${two(random, 24)}:${two(random, 60)}:${two(random, 60)}`
      const stamps = [
        `2024-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)} ${time}`,
        `2024-05-01T${time}Z`,
        `[${time}]`,
        `May  3 ${time} host${Math.floor(random() * 9)} sshd[${Math.floor(random() * 9000)}]:`,
        `127.0.0.1 - - [03/May/2024:${time} +0000]`
      ]
      return `${stamps[form]} ${pick(random, logMessages)}${random() < 0.5 ? ` ${Math.floor(random() * 5000)}ms` : ''}`
    })
  },
  tasks: (random) =>
    `${pick(random, ['TODO', '# TODO', 'To do', '# Tasks', 'Next steps:', ''])}\n${lines(random, 3, 25, () => `${pick(random, ['- ', '* ', '- [ ] ', '- [x] ', '1. '])}${pick(random, tasks)}`)}`,
  requirements: (random) =>
    lines(
      random,
      2,
      30,
      () =>
        `${pick(random, names)}${pick(random, ['==', '>=', '~=', ''])}${Math.floor(random() * 9)}.${Math.floor(random() * 20)}`
    ),
  sources: (random) =>
    `${pick(random, ['Sources', '# Sources', 'Where the texts come from', 'Source list', '## Data', 'URLs:'])}\n\n${lines(random, 3, 25, () => `${pick(random, ['- ', '', '* '])}${pick(random, ['', 'Article: ', 'Source: '])}https://www.${pick(random, names)}.com/${Math.floor(random() * 90000)}${pick(random, ['', ' (accessed 2024-01-02)', '  downloaded 3 May 2024', ', retrieved 2023-11-30', ' scanned, OCR'])}`)}`,
  notes: (random) =>
    `${pick(random, ['# Notes on the corpus', 'Notes', 'About this folder', '# Data', 'Readme'])}\n\n${lines(random, 2, 8, () => pick(random, corpusNotes))}`,
  table: (random) => {
    const mark = pick(random, [',', ';', '\t'])
    return lines(random, 3, 60, () =>
      [pick(random, names), `2024-01-${two(random, 28)}`, Math.floor(random() * 1000), pick(random, names)].join(mark)
    )
  },
  words: (random) => lines(random, 6, 80, () => pick(random, [...names, ...tasks.flatMap((task) => task.split(' '))])),
  heads: (random) =>
    `From: ${pick(random, names)}@example.com\nTo: ${pick(random, names)}@example.org\nSubject: ${pick(random, tasks)}\nDate: Mon, ${1 + Math.floor(random() * 28)} May 2024 10:00:00 +0000\n${random() < 0.5 ? `Message-ID: <${Math.floor(random() * 1e6)}@example.com>\n` : ''}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8`,
  codebook: (random) =>
    `${pick(random, ['Codebook', '# Codebook', 'Variables'])}\n\n${lines(random, 4, 20, (at) => `${pick(random, ['V', 'var_', ''])}${at + 1}${pick(random, [': ', ' = ', '\t'])}${pick(random, tasks)} (0 = no, 1 = yes)`)}`
}

const names = [
  'requests',
  'numpy',
  'pandas',
  'flask',
  'river',
  'example',
  'leeds',
  'spacy',
  'data',
  'news',
  'alpha',
  'matrix',
  'york',
  'pytest',
  'index',
  'corpus'
]
const logMessages = [
  'INFO server started on port 8080',
  'WARN slow query',
  'ERROR connection refused',
  'DEBUG cache miss for key user',
  'Accepted publickey for root from 10.0.0.1',
  '"GET /index.html HTTP/1.1" 200',
  'Download finished',
  'Starting job',
  'Traceback (most recent call last):',
  'retrying in'
]
const tasks = [
  'fix the parser',
  'write tests for export',
  'ask Bob about the scans',
  'update the codebook',
  'check duplicates',
  'rename files',
  'code the second half',
  'send draft to Maria',
  'download missing articles',
  'meeting on Thursday',
  'merge branches',
  'tone of the headline',
  'number of sources'
]
const corpusNotes = [
  'The articles in this folder were downloaded from LexisNexis with the query "flood AND housing".',
  'File names are DATE_OUTLET_N.txt.',
  'Duplicates were removed with dedupe.py.',
  'See codebook.md for the coding rules.',
  'Encoding: UTF-8.',
  'Do not edit the files by hand.',
  '- 240 articles, 12 outlets, 2019-2023',
  'Scans were read with Tesseract 5; expect errors.',
  'Files in raw/ are the originals, files in clean/ are without HTML.',
  'Licence: for research only, do not redistribute.',
  'Column 3 has the date as YYYY-MM-DD.',
  'Missing: issues 14 to 17.'
]

function lines(random: Random, fewest: number, most: number, line: (at: number) => string): string {
  return Array.from({ length: fewest + Math.floor(random() * (most - fewest)) }, (_, at) => line(at)).join('\n')
}

function pick<T>(random: Random, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)]!
}

function two(random: Random, below: number): string {
  return String(Math.floor(random() * below)).padStart(2, '0')
}
