import type { Task, TaskStarter } from "../../usecases/ports/telephone.ts";

/** Tasks, one an id, as Amazon Connect keeps to its client token. */
export function memoryTasks(): TaskStarter & { readonly started: ReadonlyMap<string, Task> } {
  const started = new Map<string, Task>();
  return {
    started,
    start: async (task) => {
      if (!started.has(task.id)) started.set(task.id, task);
    },
  };
}
