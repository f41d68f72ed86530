package io.flighthubcamunda.worker.metrics;

import io.flighthubcamunda.worker.job.ModelState;

/** How a model left a phase. */
enum PhaseEnd {
  /** Into the next phase, or it is ready. */
  PASSED,
  FAILED,
  CANCELLED,
  OVERDUE;

  static PhaseEnd of(ModelState next) {
    return switch (next) {
      case QUEUED, RECONSTRUCTING, PACKAGING, READY -> PASSED;
      case FAILED, NO_COMPUTING_RESOURCE, PACKAGING_FAILED -> FAILED;
      case CANCELLED, STOPPED -> CANCELLED;
      case OVERDUE -> OVERDUE;
    };
  }
}
