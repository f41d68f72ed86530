package io.flighthubcamunda.storage;

import java.time.Duration;
import java.util.Optional;

/** The store did not do what was asked. The message names no key and no signature. */
public final class StorageException extends RuntimeException {

  /** What a caller may do about it. */
  public enum Kind {
    /** The store does not take the credential: it expired, or clocks differ. A new one may help. */
    CREDENTIAL,
    /** The store is busy; {@link #retryAfter()} may say for how long. */
    SLOW_DOWN,
    /** Try again. */
    PASSING,
    /** A person must change something. */
    LASTING
  }

  private final Kind kind;
  private final Duration retryAfter;

  public StorageException(Kind kind, String message, Throwable cause) {
    this(kind, message, null, cause);
  }

  private StorageException(Kind kind, String message, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /**
   * @param retryAfter how long the store wants to be left alone; null when it didn't say
   */
  public static StorageException slowDown(String message, Duration retryAfter, Throwable cause) {
    return new StorageException(Kind.SLOW_DOWN, message, retryAfter, cause);
  }

  public Kind kind() {
    return kind;
  }

  /** How long the store wants to be left alone. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
