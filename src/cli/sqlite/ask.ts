import { Worker } from 'node:worker_threads'
import type { AnswerCell, AnswerMessage, Question } from './answers'

export interface Answer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly AnswerCell[])[]
  /** There are more rows than were wanted. */
  readonly isCut: boolean
}

/** Asks a database in a thread. Rejects with what SQLite says against the question, or once it has taken too many seconds. */
export function ask(thread: string, question: Question, mostSeconds: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let columns: readonly string[] = []
    const rows: (readonly AnswerCell[])[] = []
    const worker = new Worker(thread, { workerData: question })
    const timer = setTimeout(() => finish(() => reject(new TooSlow(mostSeconds))), mostSeconds * 1000)
    function finish(settle: () => void): void {
      clearTimeout(timer)
      void worker.terminate().then(settle)
    }
    worker.on('message', (message: AnswerMessage) => {
      if (message.kind === 'columns') columns = message.columns
      else if (message.kind === 'rows') for (const row of message.rows) rows.push(row)
      else if (message.kind === 'end') finish(() => resolve({ columns, rows, isCut: message.isCut }))
      else finish(() => reject(new Error(message.message)))
    })
    worker.on('error', (error) => finish(() => reject(error)))
  })
}

class TooSlow extends Error {
  constructor(seconds: number) {
    super(`took more than ${seconds} second${seconds === 1 ? '' : 's'}, and was stopped (see --seconds)`)
  }
}
