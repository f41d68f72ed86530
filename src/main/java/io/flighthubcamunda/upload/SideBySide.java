package io.flighthubcamunda.upload;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does tasks at the same time, until all are through or one fails; that ends the others. */
final class SideBySide {

  private static final long LOOK_MILLIS = 1000;

  private SideBySide() {}

  /**
   * @param through hears of each result as it comes, in this thread
   * @param look called about once a second, in this thread; what it throws ends the tasks
   * @return the results, in the order of the tasks
   */
  static <T> List<T> run(List<Callable<T>> tasks, Consumer<T> through, Runnable look) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        var ended = new ExecutorCompletionService<T>(threads);
        var running = tasks.stream().map(ended::submit).toList();
        await(running.size(), ended, through, look);
        return running.stream().map(Future::resultNow).toList();
      } catch (RuntimeException e) {
        threads.shutdownNow();
        throw e;
      }
    }
  }

  /** Whichever ends next: one that takes long must not hide that another one failed. */
  private static <T> void await(
      int count, ExecutorCompletionService<T> ended, Consumer<T> through, Runnable look) {
    try {
      for (int done = 0; done < count; ) {
        var next = ended.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          done++;
          through.accept(next.get());
        }
        look.run();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw UploadCancelledException.interrupted();
    }
  }
}
