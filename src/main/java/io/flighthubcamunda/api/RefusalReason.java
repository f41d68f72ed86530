package io.flighthubcamunda.api;

/** Why FlightHub said no, as far as its number tells. */
public enum RefusalReason {
  /** No such resource or model, or it was deleted. */
  NOT_FOUND,
  /** FlightHub does not offer this operation (HTTP 404); an older edition may lack one. */
  NOT_OFFERED,
  /** A parameter is missing or malformed. */
  PARAMETER,
  /** As many reconstructions run as the edition allows (fact sheet 2.15). */
  CONCURRENCY_LIMIT,
  /** The image quota is used up. */
  QUOTA_USED_UP,
  /** Too few or too many images, or files missing that the type needs. */
  IMAGE_SET,
  /** The resource is waiting for deletion or was deleted. */
  RESOURCE_NOT_USABLE,
  /** Still in use by a running reconstruction. */
  IN_USE,
  /** The registered ETag is not the stored object's, or the object is not there. */
  UPLOAD_MISMATCH,
  /** The upload's {@code callback_param} is unknown or expired. */
  CREDENTIAL_EXPIRED,
  /** A number that nobody has told us about. */
  UNKNOWN
}
