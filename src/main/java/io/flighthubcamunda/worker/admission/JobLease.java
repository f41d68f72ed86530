package io.flighthubcamunda.worker.admission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Until when a job surely is with nobody else. It begins before the engine was asked for the job,
 * so that it ends before the job's time-out does, whatever the engine's clock says. What the engine
 * was told of a job within its lease is known to every worker that gets the job later.
 *
 * <p>Measured by two clocks, because each of them may stand still or be set while the other goes
 * on.
 */
final class JobLease {

  private final Duration timeout;
  private final InstantSource clock;
  private long beganNanos;
  private Instant began;

  private JobLease(Duration timeout, InstantSource clock) {
    this.timeout = timeout;
    this.clock = clock;
    begin(System.nanoTime(), clock.instant());
  }

  /**
   * To be called before the engine is asked for jobs.
   *
   * @param timeout of these jobs
   */
  static JobLease beginning(Duration timeout, InstantSource clock) {
    return new JobLease(timeout, clock);
  }

  /** One for each job of the same question, because each is extended alone. */
  JobLease ofOneJob() {
    var lease = new JobLease(timeout, clock);
    lease.begin(beganNanos, began);
    return lease;
  }

  boolean holds() {
    return used().compareTo(timeout) < 0;
  }

  /**
   * Lets it begin anew when more than half of it is used.
   *
   * @param extension asks the engine for the whole time-out again
   * @return whether the job is still there, as far as the engine was asked
   */
  boolean extend(Extension extension) throws InterruptedException {
    if (used().multipliedBy(2).compareTo(timeout) < 0) {
      return true;
    }
    var nanos = System.nanoTime();
    var instant = clock.instant();
    var there = extension.ask(timeout);
    // Answered too late, the job may have gone to somebody else before it was extended.
    if (there && holds()) {
      begin(nanos, instant);
    }
    return there;
  }

  private void begin(long nanos, Instant instant) {
    beganNanos = nanos;
    began = instant;
  }

  private Duration used() {
    var steady = Duration.ofNanos(System.nanoTime() - beganNanos);
    var set = Duration.between(began, clock.instant());
    return steady.compareTo(set) > 0 ? steady : set;
  }

  /** Asks the engine. */
  interface Extension {

    /**
     * @return whether the job is still there
     */
    boolean ask(Duration timeout) throws InterruptedException;
  }
}
