import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hostNode, isHostInstalled, server as serverScript } from './places.mjs'

export interface ServerOptions {
  /** User settings; they live on the server here. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** Packaged extensions to install, paths of .vsix files. */
  readonly extensions?: readonly string[]
  /** Where installed extensions lie; `extensions` in the server's own folder unless told. */
  readonly extensionsFolder?: string
  /** Without a token only tests may run: every page on this machine could reach the server. */
  readonly token?: string
  /** Whether VS Code asks before it trusts a folder. Tests open what they wrote themselves. */
  readonly workspaceTrust?: boolean
  /** What lets a test load an extension under development: `window.driver` and the `payload` of the address. */
  readonly smokeTestDriver?: boolean
}

export interface Server {
  readonly port: number
  /** The server's own folder, with a short path because of its sockets: user data, extensions, logs, and `work` for the caller. */
  readonly folder: string
  /** Resolves when the server has ended, by itself or not. */
  readonly ended: Promise<void>
  close(): Promise<void>
}

/**
 * Starts the embedded VS Code server on a free port of the loopback interface, over a fresh folder.
 * It ends with this process, also on SIGTERM and SIGINT.
 * @throws when the host is not installed, an extension does not install, or the server does not listen in time
 */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  if (!isHostInstalled()) throw new Error('the embedded VS Code is not installed: run `npm run setup`')
  const folder = mkdtempSync(join(tmpdir(), 'aa-'))
  try {
    prepare(folder, options)
    const child = spawn(hostNode(), serverArguments(folder, options), {
      cwd: folder,
      env: serverEnvironment(folder),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32'
    })
    return await listening(child, folder)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

function prepare(folder: string, options: ServerOptions): void {
  if (options.token !== undefined) writeFileSync(join(folder, 'token'), options.token, { mode: 0o600 })
  for (const name of ['run', 'work', 'data/User']) mkdirSync(join(folder, name), { recursive: true, mode: 0o700 })
  const settings = { 'telemetry.telemetryLevel': 'off', ...options.settings }
  writeFileSync(join(folder, 'data', 'User', 'settings.json'), JSON.stringify(settings, null, 2))
  writeMachineSettings(join(folder, 'data'), settings)
  for (const extension of options.extensions ?? []) {
    const result = spawnSync(
      hostNode(),
      [serverScript, '--accept-server-license-terms', ...foldersOf(folder, options), '--install-extension', extension],
      { encoding: 'utf8', env: serverEnvironment(folder) }
    )
    if (result.status !== 0) throw new Error(`${extension} did not install:\n${result.stdout}${result.stderr}`)
  }
}

function serverArguments(folder: string, options: ServerOptions): string[] {
  return [
    serverScript,
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    ...foldersOf(folder, options),
    '--accept-server-license-terms',
    '--telemetry-level',
    'off',
    ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
    '--disable-getting-started-override',
    // In a file: everybody on this machine can read a command line.
    ...(options.token === undefined
      ? ['--without-connection-token']
      : ['--connection-token-file', join(folder, 'token')]),
    ...(options.smokeTestDriver === true ? ['--enable-smoke-test-driver', '--enable-remote-auto-shutdown'] : [])
  ]
}

function foldersOf(folder: string, options: ServerOptions): string[] {
  return [
    '--server-data-dir',
    folder,
    ...(options.extensionsFolder === undefined ? [] : ['--extensions-dir', options.extensionsFolder])
  ]
}

/** The caller's own VS Code terminal must not leak into the server. */
function serverEnvironment(folder: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('VSCODE_') && name !== 'NODE_OPTIONS'
  )
  return { ...Object.fromEntries(inherited), XDG_RUNTIME_DIR: join(folder, 'run') }
}

function listening(child: ChildProcess, folder: string): Promise<Server> {
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve()
    })
  })
  const kill = (): void => {
    killGroup(child)
  }
  // The extension host may still write its last log line.
  const removeFolder = (): void => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  const killAndExit = (signal: NodeJS.Signals): void => {
    kill()
    removeFolder()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  const forget = (): void => {
    process.off('exit', kill)
    process.off('SIGTERM', killAndExit).off('SIGINT', killAndExit).off('SIGHUP', killAndExit)
  }
  process.once('exit', kill)
  // Not `once`: a second signal would end this process in the middle of it.
  process.on('SIGTERM', killAndExit).on('SIGINT', killAndExit).on('SIGHUP', killAndExit)
  const close = async (): Promise<void> => {
    kill()
    await ended
    forget()
    removeFolder()
  }
  return new Promise((resolve, reject) => {
    let output = ''
    const fail = (reason: string): void => {
      void close().then(() => {
        reject(new Error(`the embedded VS Code ${reason}:\n${output}`))
      })
    }
    const tooLong = setTimeout(() => {
      fail('did not listen within two minutes')
    }, 120_000)
    const onExit = (): void => {
      clearTimeout(tooLong)
      fail('ended at once')
    }
    child.once('exit', onExit)
    const onOutput = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-20_000)
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1]
      if (port === undefined) return
      clearTimeout(tooLong)
      child.off('exit', onExit)
      child.stdout?.off('data', onOutput).resume()
      resolve({ port: Number(port), folder, ended, close })
    }
    child.stdout?.on('data', onOutput)
    child.stderr?.on('data', onOutput)
  })
}

/** The server's own children, its extension hosts among them, are in its process group. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    if (process.platform === 'win32') child.kill()
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It ended in the meantime.
  }
}

/** VS Code reads some settings from the machine alone. */
export function writeMachineSettings(userData: string, settings: Readonly<Record<string, unknown>>): void {
  const name = 'workbench.welcomePage.walkthroughs.openOnInstall'
  if (!(name in settings)) return
  mkdirSync(join(userData, 'Machine'), { recursive: true })
  writeFileSync(join(userData, 'Machine', 'settings.json'), JSON.stringify({ [name]: settings[name] }))
}
