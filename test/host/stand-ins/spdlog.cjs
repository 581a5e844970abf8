// In place of @vscode/spdlog, which is a native add-on: it writes log files, and the Output view reads them.
// Only what VS Code calls of it: https://github.com/microsoft/node-spdlog
const { appendFileSync, mkdirSync } = require('node:fs')
const { dirname } = require('node:path')

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical']

function createLogger(file) {
  mkdirSync(dirname(file), { recursive: true })
  let threshold = 0
  let plain = false
  const write = (level) => (message) => {
    if (level < threshold) return
    const time = new Date().toISOString().slice(0, -1).replace('T', ' ')
    appendFileSync(
      file,
      plain ? message : `${time} [${levels[level] === 'warn' ? 'warning' : levels[level]}] ${message}\n`
    )
  }
  const logger = {
    getLevel: () => threshold,
    setLevel: (level) => {
      threshold = level
    },
    setPattern: () => {
      plain = false
    },
    clearFormatters: () => {
      plain = true
    },
    flush: () => {},
    drop: () => {}
  }
  for (const [level, name] of levels.entries()) logger[name] = write(level)
  return logger
}

exports.version = 0
exports.setLevel = () => {}
exports.setFlushOn = () => {}
exports.shutdown = () => {}
exports.createRotatingLogger = async (_name, file) => createLogger(file)
exports.createAsyncRotatingLogger = exports.createRotatingLogger
