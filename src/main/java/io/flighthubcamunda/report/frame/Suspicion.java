package io.flighthubcamunda.report.frame;

import io.flighthubcamunda.report.flight.Shot;
import java.util.List;

/**
 * A photograph that looks wrong.
 *
 * @param reasons one sentence each, at least one
 * @param thumbnail a small JPEG; empty when there is none
 */
public record Suspicion(Shot shot, List<String> reasons, byte[] thumbnail) {

  public Suspicion {
    reasons = List.copyOf(reasons);
  }
}
