import { Refusal } from './refusal.ts'
import type { Json, JsonObject } from './shape.ts'

export interface Task {
  uid: number
  batchUid: number | null
  indexUid: string | null
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed'
  type: string
  canceledBy: null
  details: Json
  error: Json
  duration: string | null
  enqueuedAt: string
  startedAt: string | null
  finishedAt: string | null
}

const now = (): string => new Date().toISOString()

/** Changes, taken at once and carried out one after the other, in their order (tasks_and_batches/async_operations). */
export class Tasks {
  readonly #tasks: Task[] = []
  readonly #waiting: { task: Task; work: () => JsonObject | undefined }[] = []
  #timer: NodeJS.Timeout | null = null
  #held = false

  /** While held, tasks stay enqueued. */
  hold(held: boolean): void {
    this.#held = held
    if (!held) this.#schedule()
  }

  enqueue(type: string, indexUid: string | null, work: () => JsonObject | undefined): JsonObject {
    const task: Task = {
      uid: this.#tasks.length,
      batchUid: null,
      indexUid,
      status: 'enqueued',
      type,
      canceledBy: null,
      details: null,
      error: null,
      duration: null,
      enqueuedAt: now(),
      startedAt: null,
      finishedAt: null,
    }
    this.#tasks.push(task)
    this.#waiting.push({ task, work })
    this.#schedule()
    return { taskUid: task.uid, indexUid, status: task.status, type, enqueuedAt: task.enqueuedAt }
  }

  get(uid: string): Task {
    const task = /^\d+$/.test(uid) ? this.#tasks[Number(uid)] : undefined
    if (!task) throw new Refusal('task_not_found', `Task \`${uid}\` not found.`)
    return task
  }

  #schedule(): void {
    if (this.#held || this.#timer || this.#waiting.length === 0) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      if (!this.#held) this.#carryOut()
      this.#schedule()
    }, 1)
  }

  #carryOut(): void {
    const next = this.#waiting.shift()
    if (!next) return
    const { task, work } = next
    task.status = 'processing'
    task.startedAt = now()
    task.batchUid = task.uid
    try {
      task.details = work() ?? null
      task.status = 'succeeded'
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal('internal', String(error))
      task.error = refusal.body
      task.status = 'failed'
    }
    task.finishedAt = now()
    task.duration = 'PT0.001S'
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#waiting.length = 0
  }
}
