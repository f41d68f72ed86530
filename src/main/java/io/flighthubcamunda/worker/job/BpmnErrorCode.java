package io.flighthubcamunda.worker.job;

/** The BPMN errors that workers throw; their names are a contract with every process. */
public enum BpmnErrorCode {
  /** What the process was asked to do can't be done: unknown type, parameters that are no JSON. */
  REQUEST_INVALID,
  /** The folder or what is in it doesn't do for the requested types. */
  IMAGE_SET_INVALID,
  /** The files are no longer those that were checked. */
  IMAGE_SET_CHANGED,
  /** Uploaded files can't be registered any more; they must be uploaded again. */
  UPLOAD_EXPIRED,
  /** FlightHub refused the start for a reason that trying again doesn't change. */
  RECONSTRUCTION_REFUSED,
  QUOTA_USED_UP,
  /** Model status 8. */
  RECONSTRUCTION_FAILED,
  /** Model status 13. */
  NO_COMPUTING_RESOURCE,
  PACKAGING_FAILED,
  /** Model status 16 that we did not ask for, or a model deleted elsewhere. */
  RECONSTRUCTION_CANCELLED
}
