// Gives the manifest a command for each format of `exchangeFormats`: `npm run manifest`. A test holds that they agree.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { exchangeFormats } from '../src/exchange'

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

const names = Object.entries(JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>)
write(
  'package.nls.json',
  Object.fromEntries([
    ...names.filter(([name]) => !name.startsWith('commands.export.')),
    ...exchangeFormats.map(({ id, label }) => [`commands.export.${id}`, `Export as ${label}\u2026`])
  ])
)

function write(file: string, value: unknown): void {
  writeFileSync(file, JSON.stringify(value, null, 2))
  execFileSync('npx', ['prettier', '--log-level', 'warn', '--write', file], { stdio: 'inherit' })
}
