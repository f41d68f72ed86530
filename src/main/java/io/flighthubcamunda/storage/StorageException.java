package io.flighthubcamunda.storage;

/** The store did not do what was asked. The message names no key and no signature. */
public final class StorageException extends RuntimeException {

  /** What a caller may do about it. */
  public enum Kind {
    /** Try again, with a new credential where the old one may have expired. */
    PASSING,
    /** A person must change something. */
    LASTING
  }

  private final Kind kind;

  public StorageException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
