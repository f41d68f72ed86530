package io.flighthubcamunda.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much of an image set is registered with FlightHub. It moves when a batch is registered, and
 * not in between: what is on its way may have to be sent again.
 *
 * @param bytesPerSecond mean since the first batch was seen; empty before the second
 */
public record UploadState(Part bytes, Part files, Part batches, OptionalDouble bytesPerSecond) {

  /** Nothing is known yet. */
  public static final UploadState UNKNOWN =
      new UploadState(Part.NONE, Part.NONE, Part.NONE, OptionalDouble.empty());

  /**
   * @param done at most {@code all}
   * @param all 0 when not known
   */
  public record Part(long done, long all) {

    static final Part NONE = new Part(0, 0);

    public Part {
      done = Math.min(done, all);
    }
  }

  public boolean known() {
    return files.all() > 0;
  }

  /** By files, because FlightHub may count bytes otherwise than we do. */
  public boolean complete() {
    return known() && files.done() == files.all();
  }

  /** 0 to 100, and 100 only when complete. */
  public int percent() {
    if (complete()) {
      return 100;
    }
    var part = bytes.all() > 0 ? bytes : files;
    return part.all() == 0 ? 0 : (int) Math.min(99, 100 * part.done() / part.all());
  }

  /** Time for the rest at the rate so far; empty without a rate and when nothing is left. */
  public Optional<Duration> left() {
    return bytesPerSecond.isEmpty() || bytesPerSecond.getAsDouble() <= 0 || complete()
        ? Optional.empty()
        : Optional.of(
            Duration.ofSeconds(
                Math.round((bytes.all() - bytes.done()) / bytesPerSecond.getAsDouble())));
  }
}
