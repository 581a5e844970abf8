import type { Memento } from 'vscode'
import type { MemoPlace } from '../../annotations'
import { memoKey, writeMemoKey, type MemoKey } from './memoAddress'

/** The places of memos that are open in an editor: of one that is not written yet, nothing else knows them. */
export interface MemoDrafts {
  keep(place: MemoPlace): void
  find(key: MemoKey): MemoPlace | undefined
}

const memoryKey = 'memos.open'

/** More than these are never open at once. */
const mostKept = 50

/** Kept over sessions, because VS Code opens editors with unsaved text again. */
export function memoDrafts(memory: Pick<Memento, 'get' | 'update'>): MemoDrafts {
  const list = (): readonly (readonly [string, MemoPlace])[] => {
    return memory.get<readonly (readonly [string, MemoPlace])[]>(memoryKey) ?? []
  }
  return {
    keep(place) {
      const key = writeMemoKey(memoKey(place))
      void memory.update(memoryKey, [[key, place], ...list().filter(([known]) => known !== key)].slice(0, mostKept))
    },
    find(key) {
      const wanted = writeMemoKey(key)
      return list().find(([known]) => known === wanted)?.[1]
    }
  }
}
