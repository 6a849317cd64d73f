package dev.seaworthy.helm.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Engine processes that wait or work; a new one is started only when all others work. */
final class WorkerPool {

  /** Starts a process. */
  interface Starter {
    Worker start() throws EngineUnavailableException;
  }

  private final Starter starter;
  private final int size;
  private final Deque<Worker> idle = new ArrayDeque<>();
  private final Set<Worker> all = new HashSet<>();
  private boolean isStarting;
  private boolean isClosed;

  WorkerPool(Starter starter, int size) {
    this.starter = starter;
    this.size = size;
  }

  /**
   * A process for the caller alone, until it is given back.
   *
   * @throws IllegalStateException if the pool is closed
   */
  Worker take() throws EngineUnavailableException, InterruptedException {
    synchronized (this) {
      while (!isClosed && idle.isEmpty() && (isStarting || all.size() >= size)) {
        wait();
      }
      if (isClosed) {
        throw new IllegalStateException("the engine is closed");
      }
      if (!idle.isEmpty()) {
        // the one that worked last, whose memory is warm
        return idle.pop();
      }
      isStarting = true;
    }
    return start();
  }

  /** Starts a process if there is none. */
  void prepare() throws EngineUnavailableException {
    synchronized (this) {
      if (isClosed || isStarting || !all.isEmpty()) {
        return;
      }
      isStarting = true;
    }
    giveBack(start());
  }

  private Worker start() throws EngineUnavailableException {
    try {
      Worker worker = starter.start();
      add(worker);
      return worker;
    } finally {
      synchronized (this) {
        isStarting = false;
        notifyAll();
      }
    }
  }

  private void add(Worker worker) {
    synchronized (this) {
      if (!isClosed) {
        all.add(worker);
        return;
      }
    }
    worker.kill();
    worker.awaitEnd();
  }

  /** Takes a process back; one that cannot be used again is ended. */
  void giveBack(Worker worker) {
    boolean isReusable = worker.isReusable();
    synchronized (this) {
      if (isReusable && !isClosed) {
        idle.push(worker);
      } else {
        all.remove(worker);
        worker.kill();
      }
      notifyAll();
    }
  }

  /** Ends all processes, and returns when they have ended. */
  void close() {
    List<Worker> running;
    synchronized (this) {
      isClosed = true;
      running = List.copyOf(all);
      all.clear();
      idle.clear();
      notifyAll();
    }
    running.forEach(Worker::kill);
    running.forEach(Worker::awaitEnd);
    awaitStart();
  }

  /** A process that is just being started is killed as soon as it is there. */
  private synchronized void awaitStart() {
    try {
      while (isStarting) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
