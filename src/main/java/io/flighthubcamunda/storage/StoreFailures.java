package io.flighthubcamunda.storage;

import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.s3.RootCause;
import io.flighthubcamunda.storage.StorageException.Kind;
import java.time.Duration;

/** Says what went wrong with a store, without a key or a signature. */
final class StoreFailures {

  private final StorageCredential credential;

  StoreFailures(StorageCredential credential) {
    this.credential = credential;
  }

  /**
   * @param cause null when the store's answer is all there is
   */
  StorageException refused(String what, Refusal refusal, Throwable cause) {
    var store = credential.endPoint();
    if (refusal.redirects()) {
      return new StorageException(
          Kind.LASTING,
          "The store at %s sends the %s on to another address (%s), and files go only where"
                  .formatted(store, what, refusal)
              + " FlightHub's credential says: the bucket or its region does not fit the address.",
          cause);
    }
    return switch (refusal.kind()) {
      case CREDENTIAL ->
          new StorageException(
              Kind.CREDENTIAL,
              "The store at %s refused the %s (%s). The temporary credential was valid until %s; if"
                      .formatted(store, what, refusal, credential.expiresAt())
                  + " it had not expired, check this machine's clock, and that the FlightHub"
                  + " account may use Open modeling.",
              cause);
      case SLOW_DOWN ->
          StorageException.slowDown(
              "The store at %s is busy: it refused the %s (%s).".formatted(store, what, refusal),
              refusal.retryAfter().orElse(null),
              cause);
      case PASSING, LASTING ->
          new StorageException(
              refusal.kind(),
              "The store at %s refused the %s (%s).".formatted(store, what, refusal),
              cause);
    };
  }

  StorageException brokeOff(String what, Throwable e) {
    return new StorageException(
        Kind.PASSING,
        "The %s broke off: the store at %s did not take or give all of it (%s)."
            .formatted(what, credential.endPoint(), new RootCause(e).message()),
        e);
  }

  StorageException stalled(String what, Duration limit, Throwable e) {
    return new StorageException(
        Kind.PASSING,
        "The %s broke off: the store at %s did not take or give all of it (it took nothing for %d"
                .formatted(what, credential.endPoint(), limit.toSeconds())
            + " seconds).",
        e);
  }
}
