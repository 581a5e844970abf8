import { spawn } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtCli } from '../builtCli'
import { root } from '../engine'

/** A machine with the command line on its PATH, the recipes of the docs, and articles. */
export interface Workplace {
  readonly folder: string
  readonly news: string
  /** Runs a program; `kill`: of the map of this shard once, in the middle of it, "self" or "parent". */
  readonly run: (program: string, args: readonly string[], options?: RunOptions) => Promise<Finished>
  /** The path of a script of `docs/clusters.md`. */
  readonly recipe: (name: string) => string
  readonly remove: () => Promise<void>
}

export interface RunOptions {
  readonly kill?: { readonly shard: number; readonly who: 'self' | 'parent' }
  readonly environment?: Readonly<Record<string, string>>
}

export interface Finished {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

export async function workplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'clusters-'))
  const [bin, recipes, news] = [join(folder, 'bin'), join(folder, 'recipes'), join(folder, 'the news')]
  await mkdir(bin)
  await mkdir(recipes)
  await writeProgram(folder, bin)
  for (const [name, script] of await recipesOfDocs()) {
    await writeFile(join(recipes, name), script)
    await chmod(join(recipes, name), 0o755)
  }
  await writeNews(news)
  const environment = { ...process.env, PATH: `${bin}:${process.env['PATH']}`, CLUSTER_KILL: join(folder, 'kill') }
  return {
    folder,
    news,
    async run(program, args, { kill, environment: more = {} } = {}) {
      if (kill) await writeFile(join(folder, 'kill'), `${kill.shard} ${kill.who}\n`)
      return finished(program, args, { ...environment, ...more })
    },
    recipe: (name) => join(recipes, name),
    remove: () => rm(folder, { recursive: true, force: true })
  }
}

/** What there is in a folder, with what changes when it is written again. */
export async function written(folder: string): Promise<ReadonlyMap<string, number>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.records'))
  return new Map(await Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).ino] as const)))
}

/** The command line of the tree as it is; a shard that is to be killed is ended when its output is begun, and before it is done. */
async function writeProgram(folder: string, bin: string): Promise<void> {
  const cli = await builtCli(folder)
  const program = join(bin, 'article-annotator')
  await writeFile(program, wrapper(cli))
  await chmod(program, 0o755)
}

const wrapper = (cli: string) => `#!/usr/bin/env bash
case "$*" in *--map*|analyze*) set -- "$@" --no-language-model ;; esac
run() { exec "${process.execPath}" "${cli}" "$@"; }
if [[ -e "$CLUSTER_KILL" ]]; then
  read -r shard who < "$CLUSTER_KILL"
  if [[ "$*" == *"--shard $shard/"* ]]; then
    rm "$CLUSTER_KILL"
    output=$(sed 's/.*--output \\(.*\\)\\/[0-9]*\\.records.*/\\1/' <<< "$*")
    (run "$@") & child=$!
    until compgen -G "$output/.$shard.records.*.tmp" > /dev/null; do sleep 0.01; done
    kill -9 "$child"
    wait "$child"
    [[ "$who" == parent ]] && kill -9 "$PPID"
    exit 137
  fi
fi
run "$@"
`

/** By the name in their second line. */
async function recipesOfDocs(): Promise<readonly (readonly [name: string, script: string])[]> {
  const docs = await readFile(join(root, 'docs/clusters.md'), 'utf8')
  return [...docs.matchAll(/^```(?:bash|python)\n(#!.*\n# ([\w.]+) [^]*?)^```$/gm)].map(
    ([, script = '', name = '']) => [name, script] as const
  )
}

/** The samples, and others in which the same people and quotes come again. */
async function writeNews(news: string): Promise<void> {
  await cp(join(root, 'samples'), news, { recursive: true })
  const people = ['Ada Brook', 'Paul Brook', 'Ines Adeyemi', 'Yusra Stone']
  for (let index = 0; index < 24; index++) {
    const [one, other] = [people[index % 4]!, people[(index * 3 + 1) % 4]!]
    const last = one.split(' ')[1]
    const text = `${one} met ${other} in Oslo.\n\n"The ferry will sail at noon unless the storm grows again," ${last} said. ${other} said the harbour number ${index % 5} would stay closed for the whole week.\n`
    await writeFile(join(news, `${index}.txt`), text)
  }
}

function finished(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Finished> {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const read = (stream: NodeJS.ReadableStream) => {
    const pieces: Buffer[] = []
    stream.on('data', (piece: Buffer) => pieces.push(piece))
    return () => Buffer.concat(pieces).toString()
  }
  const [output, errors] = [read(child.stdout), read(child.stderr)]
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: output(), errors: errors() }))
  })
}
