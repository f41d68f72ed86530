package io.flighthubcamunda.report.frame;

import java.util.List;

/**
 * What a look at the pictures brought.
 *
 * @param suspicions the worst first, at most {@link FrameInspection#MOST_SHOWN} with a thumbnail
 * @param glances photographs whose brightness was measured
 * @param closeLooks photographs whose sharpness was measured
 * @param complete false when time ran out before all chosen photographs were looked at
 * @param samples some photographs from all over the set
 */
public record Inspection(
    List<Suspicion> suspicions,
    int glances,
    int closeLooks,
    boolean complete,
    List<Sample> samples) {

  public Inspection {
    suspicions = List.copyOf(suspicions);
    samples = List.copyOf(samples);
  }
}
