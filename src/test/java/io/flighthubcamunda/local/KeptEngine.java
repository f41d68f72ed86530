package io.flighthubcamunda.local;

import java.util.function.Supplier;

/**
 * Keeps what owns an engine from one test to the next, because a start takes seconds, until the JVM
 * ends. Not in JUnit's store, which is emptied before failed tests are run again.
 */
public final class KeptEngine<T extends AutoCloseable> {

  private final Supplier<T> starter;
  private T kept;

  public KeptEngine(Supplier<T> starter) {
    this.starter = starter;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "kept-engine"));
  }

  /** The kept one, which is started when it is wanted first. */
  public synchronized T get() {
    if (kept == null) {
      kept = starter.get();
    }
    return kept;
  }

  private synchronized void close() {
    if (kept == null) {
      return;
    }
    try {
      kept.close();
    } catch (Exception e) {
      throw new IllegalStateException("An engine for tests could not be closed", e);
    }
  }
}
