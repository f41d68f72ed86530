package io.flighthubcamunda.cli;

import io.flighthubcamunda.api.ReconstructionType;
import java.util.List;

/**
 * How far a reconstruction is.
 *
 * @param models those that FlightHub has started; empty before
 */
public record ReconstructionProgress(UploadState upload, List<ModelProgress> models) {

  public ReconstructionProgress {
    models = List.copyOf(models);
  }

  /**
   * @param step a word for a person, such as "queued" or "packaging"
   * @param percent of that step
   * @param finished whether nothing will change any more
   */
  public record ModelProgress(
      ReconstructionType type, String step, int percent, boolean finished) {}
}
