package io.flighthubcamunda.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time that signatures carry. Stores refuse one that is a quarter of an hour off; where this
 * machine's clock is wrong, the store's own word is taken from then on.
 */
final class StoreClock {

  private static final Logger LOG = LoggerFactory.getLogger(StoreClock.class);

  /** Stores bear more, and a refusal for another reason should not move the clock. */
  private static final Duration HARMLESS = Duration.ofMinutes(2);

  private final Clock machine;
  private volatile Duration ahead = Duration.ZERO;

  StoreClock(Clock machine) {
    this.machine = machine;
  }

  /** The time by the store. */
  Clock clock() {
    return Clock.offset(machine, ahead);
  }

  /**
   * @param date header of a store's refusal; null when it is missing
   */
  void heard(String date) {
    if (date == null) {
      return;
    }
    try {
      var store =
          ZonedDateTime.parse(
                  date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
              .toInstant();
      follow(Duration.between(Instant.now(machine), store));
    } catch (DateTimeParseException e) {
      // What a store says there is its own affair.
      LOG.debug("A store gave a date that is none");
    }
  }

  private void follow(Duration difference) {
    var off = difference.abs().compareTo(HARMLESS) > 0;
    if (off && difference.minus(ahead).abs().compareTo(HARMLESS) > 0) {
      LOG.warn(
          "This machine's clock is {} minutes {} the store's; requests are signed with the"
              + " store's time. Set the clock.",
          difference.abs().toMinutes(),
          difference.isNegative() ? "ahead of" : "behind");
    }
    ahead = off ? difference : Duration.ZERO;
  }
}
