import { Worker } from 'node:worker_threads'

/** More computations wait than can be done in time: to be asked for again after a while. */
export class ComputingBusyError extends Error {
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number) {
    super('too many computations wait')
    this.name = 'ComputingBusyError'
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Why a computation was ended without a result. */
export class ComputingEndedError extends Error {
  readonly why: 'too_long' | 'out_of_memory'
  constructor(why: ComputingEndedError['why']) {
    super(`a computation was ended: ${why}`)
    this.name = 'ComputingEndedError'
    this.why = why
  }
}

/** What a thread is told to do, and what it says when that is done; before all it says that it is ready. */
export interface Call {
  name: string
  given: unknown
}
export type Answer = { ready: true } | { value: unknown } | { error: { name: string; message: string } }

/** Our own figures come first; a file of anybody may take as long as it is let, and waits behind them. */
export type Queue = 'own' | 'files'

export interface PoolOptions {
  /** The file of the threads. */
  script: string
  /** At most so many at once. */
  threads: number
  /** So many calls of each queue may wait; one more is refused. */
  waiting: Readonly<Record<Queue, number>>
  /** Milliseconds after which a call that was not begun is refused. */
  patience: number
  /** Milliseconds after which a thread that has nothing to do gives back what it has in memory. */
  rest: number
  /** Megabytes that a thread may have for all that is no typed array. */
  megabytes: number
}

const RETRY_AFTER_SECONDS = 5

interface Task {
  readonly call: Call
  readonly queue: Queue
  /** Milliseconds from when it is begun. */
  readonly limit: number
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
  /** Until it is begun, its patience; then its limit. */
  timer?: NodeJS.Timeout
}

/** Errors of a thread are ours: what it cannot help is an error here, too. */
function revived({ name, message }: { name: string; message: string }): Error {
  return Object.assign(new Error(message), { name })
}

function endOf(error: unknown): Error {
  const { code } = error as { code?: unknown }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return new ComputingEndedError('out_of_memory')
  return error instanceof Error ? error : new Error(String(error))
}

/** One thread: does one task after the other, and is ended with the task that takes too long or too much. */
class ComputingThread {
  readonly #worker: Worker
  readonly #onFree: () => void
  #ready = false
  #ended = false
  #task: Task | null = null

  constructor({ script, megabytes }: PoolOptions, onFree: () => void, onEnd: () => void) {
    this.#onFree = onFree
    this.#worker = new Worker(script, {
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
    })
    this.#worker.on('message', (answer: Answer) => {
      this.#take(answer)
    })
    this.#worker.on('error', (error) => {
      this.#ended = true
      this.#settle(endOf(error))
    })
    this.#worker.on('exit', () => {
      this.#ended = true
      this.#settle(new Error('a computing thread has ended'))
      onEnd()
    })
    this.#worker.unref()
  }

  get queue(): Queue | null {
    return this.#task?.queue ?? null
  }

  perform(task: Task): void {
    this.#task = task
    this.#worker.ref()
    this.#worker.postMessage(task.call)
    if (this.#ready) this.#begin()
  }

  /** Gives up a task that the thread has not got ready for. */
  abandon(task: Task): void {
    if (this.#task === task) void this.end()
  }

  async end(): Promise<void> {
    this.#ended = true
    this.#settle(new Error('a computing thread was ended'))
    await this.#worker.terminate()
  }

  /** The time a thread takes to load is not its task's. */
  #begin(): void {
    const task = this.#task
    if (!task) return
    clearTimeout(task.timer)
    task.timer = setTimeout(() => {
      this.#settle(new ComputingEndedError('too_long'))
      void this.end()
    }, task.limit)
  }

  #take(answer: Answer): void {
    if ('ready' in answer) {
      this.#ready = true
      this.#begin()
      return
    }
    this.#settle('error' in answer ? revived(answer.error) : null, 'value' in answer ? answer.value : undefined)
    if (this.#ended) return
    this.#worker.unref()
    this.#onFree()
  }

  #settle(error: Error | null, value?: unknown): void {
    const task = this.#task
    if (!task) return
    this.#task = null
    clearTimeout(task.timer)
    if (error) task.reject(error)
    else task.resolve(value)
  }
}

/** Does calls in threads of their own, which are started when they are first needed and again when one has ended. */
export class ComputingPool {
  readonly #options: PoolOptions
  readonly #waiting: Record<Queue, Task[]> = { own: [], files: [] }
  readonly #threads = new Set<ComputingThread>()
  /** Threads with nothing to do, and when they are ended for that. */
  readonly #free = new Map<ComputingThread, NodeJS.Timeout>()

  constructor(options: PoolOptions) {
    this.#options = options
  }

  /**
   * @param limit milliseconds it may take, from when it is begun
   * @throws ComputingBusyError when too many wait, or it was not begun in time; ComputingEndedError; and what the call
   *   itself throws, by name and message
   */
  run(call: Call, queue: Queue, limit: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const task: Task = { call, queue, limit, resolve, reject }
      const line = this.#waiting[queue]
      line.push(task)
      this.#distribute()
      if (line.length > this.#options.waiting[queue]) {
        line.pop()
        reject(new ComputingBusyError(RETRY_AFTER_SECONDS))
        return
      }
      task.timer ??= setTimeout(() => {
        this.#giveUp(task)
      }, this.#options.patience)
    })
  }

  /** Ends all threads; what waits or is under way fails. */
  async close(): Promise<void> {
    for (const line of Object.values(this.#waiting))
      for (const { reject, timer } of line.splice(0)) {
        clearTimeout(timer)
        reject(new Error('computing was closed'))
      }
    await Promise.all([...this.#threads].map((thread) => thread.end()))
  }

  #giveUp(task: Task): void {
    const line = this.#waiting[task.queue]
    const at = line.indexOf(task)
    if (at >= 0) line.splice(at, 1)
    task.reject(new ComputingBusyError(RETRY_AFTER_SECONDS))
    for (const thread of this.#threads) thread.abandon(task)
  }

  #next(): Task | undefined {
    const { own, files } = this.#waiting
    if (own.length > 0) return own.shift()
    const reading = [...this.#threads].filter(({ queue }) => queue === 'files').length
    // Where there are several threads, files leave one to us.
    return reading < Math.max(1, this.#options.threads - 1) ? files.shift() : undefined
  }

  #distribute(): void {
    while (this.#free.size > 0 || this.#threads.size < this.#options.threads) {
      const task = this.#next()
      if (!task) return
      const [thread] = this.#free.keys()
      ;(thread ? this.#taken(thread) : this.#started()).perform(task)
    }
  }

  #taken(thread: ComputingThread): ComputingThread {
    clearTimeout(this.#free.get(thread))
    this.#free.delete(thread)
    return thread
  }

  #started(): ComputingThread {
    const thread: ComputingThread = new ComputingThread(
      this.#options,
      () => {
        const rest = setTimeout(() => {
          void this.#taken(thread).end()
        }, this.#options.rest)
        this.#free.set(thread, rest.unref())
        this.#distribute()
      },
      () => {
        this.#taken(thread)
        this.#threads.delete(thread)
        this.#distribute()
      },
    )
    this.#threads.add(thread)
    return thread
  }
}
