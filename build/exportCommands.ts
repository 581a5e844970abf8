// Gives the manifest a command for each format of `exchangeFormats`: `npm run manifest`. A test holds that they agree.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { exchangeFormats, type ExchangeFormat } from '../src/exchange'
import { bundleOf, languages, manifestOf, readTexts } from './l10n/bundles'

interface Manifest {
  readonly contributes: { commands: readonly { readonly command: string }[] }
}

const prefix = 'articleAnnotator.export.'

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const { contributes } = manifest
contributes.commands = [
  ...contributes.commands.filter(({ command }) => !command.startsWith(prefix)),
  ...exchangeFormats.map(({ id }) => ({
    command: `${prefix}${id}`,
    category: '%commands.category%',
    title: `%commands.export.${id}%`
  }))
]
write('package.json', manifest)

writeTitles(manifestOf(), ({ label }) => `Export as ${label}\u2026`)
for (const language of languages) {
  const bundle = readTexts('.', bundleOf(language))
  const as = bundle['Export as {0}'] ?? '{0}'
  // A new format's name is translated first: `npm run l10n` lists what is missing.
  writeTitles(manifestOf(language), ({ label }) => `${as.replace('{0}', bundle[label] ?? label)}\u2026`)
}

function writeTitles(file: string, titleOf: (format: ExchangeFormat) => string): void {
  const others = Object.entries(readTexts('.', file)).filter(([name]) => !name.startsWith('commands.export.'))
  const titles = exchangeFormats.map((format) => [`commands.export.${format.id}`, titleOf(format)])
  write(file, Object.fromEntries([...others, ...titles]))
}

function write(file: string, value: unknown): void {
  writeFileSync(file, JSON.stringify(value, null, 2))
  execFileSync('npx', ['prettier', '--log-level', 'warn', '--write', file], { stdio: 'inherit' })
}
