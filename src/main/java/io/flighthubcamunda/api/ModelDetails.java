package io.flighthubcamunda.api;

/**
 * One reconstruction of one type (fact sheet 2.10).
 *
 * @param modelType 1 to 4, see {@link ReconstructionType#modelType()}
 * @param modelStatus the raw number; see {@link #status()}
 * @param modelSize bytes, 0 until there is a result
 * @param reconstructionProgress percent; FlightHub's word, not checked
 * @param errorCode 0 = none; DJI's table of these is not public
 * @param zipStatus 0 initial, 1 running, 2 finished, 3 failed
 * @param zipProgress percent of the packaging
 * @param zipFileKey storage key of the result archive, empty until it is ready
 */
public record ModelDetails(
    String resourceUuid,
    String modelUuid,
    int modelType,
    int modelStatus,
    long modelSize,
    int reconstructionProgress,
    int errorCode,
    int zipStatus,
    int zipProgress,
    String zipFileKey) {

  private static final int ZIP_FINISHED = 2;
  private static final int ZIP_FAILED = 3;

  public ModelDetails {
    zipFileKey = zipFileKey == null ? "" : zipFileKey;
  }

  public ModelStatus status() {
    return ModelStatus.of(modelStatus);
  }

  /** The safe rule of fact sheet 2.11: a success, packaged, and with a key to fetch it by. */
  public boolean packaged() {
    return status() == ModelStatus.SUCCEEDED && zipStatus == ZIP_FINISHED && !zipFileKey.isEmpty();
  }

  public boolean packagingFailed() {
    return status() == ModelStatus.SUCCEEDED && zipStatus == ZIP_FAILED;
  }
}
