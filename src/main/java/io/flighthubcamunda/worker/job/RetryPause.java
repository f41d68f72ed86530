package io.flighthubcamunda.worker.job;

import io.flighthubcamunda.worker.config.FlightHubProperties;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** The pause before the engine tries a job again: three times longer each time, with jitter. */
@Component
public class RetryPause {

  /** What our diagrams give each task; the pause grows as these are used up. */
  private static final int RETRIES_OF_A_TASK = 8;

  private static final double JITTER = 0.2;

  private final FlightHubProperties.Retry settings;

  RetryPause(FlightHubProperties properties) {
    this.settings = properties.retry();
  }

  /**
   * @param retriesLeft what the job had when it was activated
   * @param wanted a pause that FlightHub asked for; kept when it is longer
   */
  public Duration after(int retriesLeft, Optional<Duration> wanted) {
    var attempt = Math.clamp(RETRIES_OF_A_TASK - retriesLeft, 0, RETRIES_OF_A_TASK);
    var grown = settings.firstPause().toMillis() * Math.pow(3, attempt);
    var bounded = Math.min(grown, settings.longestPause().toMillis());
    var jittered = bounded * (1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1));
    return Duration.ofMillis(
        Math.max(Math.round(jittered), wanted.map(Duration::toMillis).orElse(0L)));
  }
}
