package io.flighthubcamunda.upload;

import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How long files may still be begun with one credential. It ends for a whole batch, not for one
 * file: when the store refuses it, or when a file could not be sent and registered any more before
 * FlightHub's time for it is over. Safe for many threads.
 */
final class CredentialLife {

  private static final Duration LONGEST_MARGIN = Duration.ofSeconds(60);
  private static final int MARGIN_DIVISOR = 10;

  /** Further away is as good as never, and can be calculated with. */
  private static final Duration NEVER = Duration.ofDays(365);

  private final InstantSource clock;

  /** Empty when it seemed over at birth: then a clock is wrong, and the store must judge. */
  private final Optional<Instant> end;

  private boolean begun;
  private boolean over;
  private StorageException refusal;

  CredentialLife(StorageCredential credential, InstantSource clock) {
    this.clock = clock;
    var now = clock.instant();
    var farthest = now.plus(NEVER);
    var expiry = credential.expiresAt().isBefore(farthest) ? credential.expiresAt() : farthest;
    var life = Duration.between(now, expiry);
    var tenth = life.dividedBy(MARGIN_DIVISOR);
    var margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
    this.end = life.isPositive() ? Optional.of(expiry.minus(margin)) : Optional.empty();
  }

  /**
   * Whether a file may be begun; the first "no" is final.
   *
   * @param takes how long it will take by experience; the first file is begun even if that is too
   *     long, for no other credential would do better
   */
  synchronized boolean mayBegin(Duration takes) {
    over = over || !before(begun ? takes : Duration.ZERO);
    begun = begun || !over;
    return !over;
  }

  /** The store does not take it any more. */
  synchronized void refused(StorageException e) {
    over = true;
    refusal = refusal == null ? e : refusal;
  }

  /** What the store said first when it refused it. */
  synchronized Optional<StorageException> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Whether what was sent should be registered at once. */
  boolean ending() {
    return !before(Duration.ZERO);
  }

  private boolean before(Duration takes) {
    return end.map(limit -> clock.instant().plus(takes).isBefore(limit)).orElse(true);
  }
}
