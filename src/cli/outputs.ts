import type { TextOutput } from './ports'
import { describeError } from './report'

/** Writes to standard output. Rejects with an error that says so; false when the reader has gone. */
export async function written(output: TextOutput, text: string | Uint8Array): Promise<boolean> {
  return writing(output.write(text))
}

/** What is done with standard output, with an error that says so. */
export async function writing<T>(doing: Promise<T>): Promise<T> {
  try {
    return await doing
  } catch (error) {
    throw new Error(`standard output: ${describeError(error)}`, { cause: error })
  }
}

export interface PatientOutput extends TextOutput {
  /** Whether something could not be written. */
  hasFailed(): boolean
}

/** Standard error: nobody can be told that it cannot be written, and the work goes on without it. */
export function patientOutput(output: TextOutput): PatientOutput {
  let failed = false
  const attempt = (doing: Promise<boolean>) =>
    doing.catch(() => {
      failed = true
      return false
    })
  return {
    isTerminal: output.isTerminal,
    write: (text) => attempt(output.write(text)),
    end: () => Promise.resolve(),
    hasFailed: () => failed
  }
}
