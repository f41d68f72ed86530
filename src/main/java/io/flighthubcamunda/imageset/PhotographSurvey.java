package io.flighthubcamunda.imageset;

import io.flighthubcamunda.imageset.ImageSetException.Code;
import io.flighthubcamunda.imageset.Reading.Unusable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Reads many photographs, several at once because a network disk answers slowly, and adds them up
 * in their order, so that the same folder always gives the same report.
 */
final class PhotographSurvey {

  /** How many readings are held at once. */
  private static final int CHUNK = 256;

  private final PhotographTally photographs = new PhotographTally();
  private final UnusableTally unusable = new UnusableTally();
  private final Function<SourceFile, Reading> reader;
  private final int threads;
  private final PhotographListener listener;

  /**
   * @param threads how many photographs are read at once
   * @param listener hears of the usable ones
   */
  PhotographSurvey(Function<SourceFile, Reading> reader, int threads, PhotographListener listener) {
    this.listener = listener;
    this.reader = reader;
    this.threads = threads;
  }

  /** Reads these files, and stops early where so many are bad that the rest does not matter. */
  void read(List<SourceFile> images) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int start = 0; start < images.size() && !unusable.isBrokenCopy(); start += CHUNK) {
        addAll(pool, images.subList(start, Math.min(start + CHUNK, images.size())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImageSetException(
          Code.INTERRUPTED, "The check of the photographs was interrupted: start it again.", e);
    }
  }

  PhotographTally photographs() {
    return photographs;
  }

  UnusableTally unusable() {
    return unusable;
  }

  private void addAll(ExecutorService threads, List<SourceFile> images)
      throws InterruptedException {
    List<Callable<Reading>> tasks =
        images.stream().<Callable<Reading>>map(image -> () -> reader.apply(image)).toList();
    List<Future<Reading>> readings = threads.invokeAll(tasks);
    for (int i = 0; i < readings.size() && !unusable.isBrokenCopy(); i++) {
      add(images.get(i), result(readings.get(i)));
    }
  }

  private void add(SourceFile image, Reading reading) {
    switch (reading) {
      case Photograph photograph -> {
        photographs.add(image, photograph);
        listener.usable(image, photograph);
      }
      case Unusable bad -> unusable.add(image, bad.code());
    }
  }

  private static Reading result(Future<Reading> reading) throws InterruptedException {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("Reading a photograph failed.", e.getCause());
    }
  }
}
