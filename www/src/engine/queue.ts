/** Jobs wait here; the interactive ones go before the batch. No clock, no worker: plain data. */
export interface Job<T> {
  id: number;
  urgent: boolean;
  content: T;
}

export class JobQueue<T> {
  #urgent: Job<T>[] = [];
  #later: Job<T>[] = [];

  add(job: Job<T>): void {
    (job.urgent ? this.#urgent : this.#later).push(job);
  }

  /** Puts a job that must be tried again before all others of its kind. */
  putBack(job: Job<T>): void {
    (job.urgent ? this.#urgent : this.#later).unshift(job);
  }

  next(): Job<T> | undefined {
    return this.#urgent.shift() ?? this.#later.shift();
  }

  /** Removes a waiting job; false when it is not waiting (running, done, or never added). */
  cancel(id: number): boolean {
    for (const jobs of [this.#urgent, this.#later]) {
      const at = jobs.findIndex((job) => job.id === id);
      if (at >= 0) {
        jobs.splice(at, 1);
        return true;
      }
    }
    return false;
  }

  get size(): number {
    return this.#urgent.length + this.#later.length;
  }
}
