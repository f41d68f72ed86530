package io.flighthubcamunda.api;

/** States of a reconstruction (fact sheet 2.11). */
public enum ModelStatus {
  /** 12: requesting a computing resource. */
  QUEUED,
  /** 14. */
  RECONSTRUCTING,
  /** 15, or 9: the difference is not known, both are a success. */
  SUCCEEDED,
  /** 8. */
  FAILED,
  /** 13. */
  NO_COMPUTING_RESOURCE,
  /** 16. */
  CANCELLED,
  /** Any other number: taken as "in progress". */
  UNKNOWN;

  public static ModelStatus of(int number) {
    return switch (number) {
      case 12 -> QUEUED;
      case 14 -> RECONSTRUCTING;
      case 9, 15 -> SUCCEEDED;
      case 8 -> FAILED;
      case 13 -> NO_COMPUTING_RESOURCE;
      case 16 -> CANCELLED;
      default -> UNKNOWN;
    };
  }
}
