package io.flighthubcamunda.cli;

import io.flighthubcamunda.api.ReconstructionType;
import java.util.List;

/**
 * How far a reconstruction is.
 *
 * @param uploaded in the unit of {@code toUpload}: bytes or files
 * @param toUpload all of it; 0 when not known
 * @param models those that FlightHub has started; empty before
 */
public record ReconstructionProgress(long uploaded, long toUpload, List<ModelProgress> models) {

  public ReconstructionProgress {
    models = List.copyOf(models);
  }

  public boolean uploadComplete() {
    return toUpload > 0 && uploaded >= toUpload;
  }

  /**
   * @param step a word for a person, such as "queued" or "packaging"
   * @param percent of that step
   * @param finished whether nothing will change any more
   */
  public record ModelProgress(
      ReconstructionType type, String step, int percent, boolean finished) {}
}
