package io.flighthubcamunda.worker.job;

/** How long the engine waits for a worker before it gives the job to another one. */
public final class JobTimeouts {

  /**
   * Milliseconds, for a job of a few calls or small files. Each call ends within 40 s; the rest is
   * for its turn among the jobs that a worker took at once.
   */
  public static final long FEW_CALLS = 120_000;

  /**
   * Milliseconds, for a job of any length that a {@link JobHeartbeat} keeps: less than the two
   * minutes in which another worker must go on.
   */
  public static final long WITH_HEARTBEAT = 60_000;

  private JobTimeouts() {}
}
