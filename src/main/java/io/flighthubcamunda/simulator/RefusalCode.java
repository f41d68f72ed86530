package io.flighthubcamunda.simulator;

/**
 * Codes of refusals. Those that begin with 91 are invented, because the real ones are unknown (fact
 * sheet 2.12); the others are from fact sheet 1.4.
 */
enum RefusalCode {
  TOKEN_REFUSED(200401),
  NOT_FOUND(200404),
  PARAMETER(200101),
  CONTEXT_MISSING(200610),
  PROJECT_UNKNOWN(210104),
  CONCURRENCY_LIMIT(910001),
  QUOTA_USED_UP(910002),
  TOO_FEW_IMAGES(910003),
  TOO_MANY_IMAGES(910004),
  RESOURCE_NOT_USABLE(910005),
  IN_USE(910006),
  ETAG_DIFFERS(910007),
  OBJECT_MISSING(910008),
  REQUEST_ID_REUSED(910009),
  CALLBACK_PARAM_UNKNOWN(910010),
  LIDAR_FILES_MISSING(910011);

  private final int number;

  RefusalCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  Refusal because(String message, Object... arguments) {
    return new Refusal(this, message.formatted(arguments));
  }
}
