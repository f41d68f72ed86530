package io.flighthubcamunda.simulator;

/** Numbers of {@code model_status} and {@code zip_status} (fact sheet 2.10 and 2.11). */
final class ModelStatus {

  static final int FAILED = 8;
  static final int MAP_SUCCEEDED = 9;
  static final int QUEUED = 12;
  static final int NO_COMPUTING_RESOURCE = 13;
  static final int EXECUTING = 14;
  static final int SUCCEEDED = 15;
  static final int CANCELLED = 16;

  static final int ZIP_INITIAL = 0;
  static final int ZIP_RUNNING = 1;
  static final int ZIP_FINISHED = 2;
  static final int ZIP_FAILED = 3;

  private ModelStatus() {}
}
