package io.flighthubcamunda.bench.start;

import java.time.Duration;
import java.util.List;

/**
 * Production's times, all divided by the same number.
 *
 * @param factor 1 is production
 */
public record Pace(int factor) {

  private static final Duration LIST_LAG = Duration.ofSeconds(30);
  private static final Duration JOB_TIMEOUT = Duration.ofSeconds(120);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration WAIT_FOR_JOBS = Duration.ofSeconds(20);
  private static final Duration TURN_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration FULL_PAUSE = Duration.ofSeconds(30);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration RECONSTRUCTION = Duration.ofMinutes(30);

  /** What the running list lags at most; also the product's grace for it. */
  public Duration listLag() {
    return LIST_LAG.dividedBy(factor);
  }

  /** After which the engine hands a job to somebody else. */
  public Duration jobTimeout() {
    return JOB_TIMEOUT.dividedBy(factor);
  }

  /** After which the product takes an answer for lost. */
  public Duration requestTimeout() {
    return REQUEST_TIMEOUT.dividedBy(factor);
  }

  Duration reconstruction() {
    return RECONSTRUCTION.dividedBy(factor);
  }

  /**
   * @param share of the whole, such as 1.5
   */
  static Duration share(Duration whole, double share) {
    return Duration.ofNanos((long) (whole.toNanos() * share));
  }

  /** The product's settings, each as {@code name=value}. */
  public List<String> settings() {
    return List.of(
        "flighthub.admission.list-grace=" + listLag(),
        "flighthub.admission.job-timeout=" + jobTimeout(),
        "flighthub.admission.wait-for-jobs=" + WAIT_FOR_JOBS.dividedBy(factor),
        "flighthub.admission.turn-timeout=" + TURN_TIMEOUT.dividedBy(factor),
        "flighthub.admission.full-pause=" + FULL_PAUSE.dividedBy(factor),
        "flighthub.request-timeout=" + requestTimeout(),
        "flighthub.retry.first-pause=" + FIRST_PAUSE.dividedBy(factor));
  }
}
