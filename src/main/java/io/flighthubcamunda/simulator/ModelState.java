package io.flighthubcamunda.simulator;

/** What a model shows at one moment; both progress values are percent. */
record ModelState(int status, int progress, int errorCode, int zipStatus, int zipProgress) {

  static ModelState unfinished(int status, int progress) {
    return new ModelState(status, progress, 0, ModelStatus.ZIP_INITIAL, 0);
  }

  static ModelState ended(int status, int progress, int errorCode) {
    return new ModelState(status, progress, errorCode, ModelStatus.ZIP_INITIAL, 0);
  }

  boolean occupiesSlot() {
    return status == ModelStatus.QUEUED || status == ModelStatus.EXECUTING;
  }

  boolean succeeded() {
    return status == ModelStatus.SUCCEEDED || status == ModelStatus.MAP_SUCCEEDED;
  }

  boolean packaging() {
    return succeeded()
        && (zipStatus == ModelStatus.ZIP_INITIAL || zipStatus == ModelStatus.ZIP_RUNNING);
  }

  boolean archived() {
    return zipStatus == ModelStatus.ZIP_FINISHED;
  }

  /** On 8, 13 and 16 FlightHub gives the images back (fact sheet 2.15). */
  boolean consumesQuota() {
    return occupiesSlot() || succeeded();
  }
}
