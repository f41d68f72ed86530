package io.flighthubcamunda.upload;

import java.time.Duration;

/**
 * Looks for the number of files at once that brings the most bytes: tries more, keeps them while
 * they bring noticeably more, else tries less, then rests and looks again. A far store wants many
 * connections and a near one few, and neither says so.
 *
 * <p>Knows no threads and no clock; not safe for several threads.
 */
final class LevelSearch {

  /**
   * Where the search starts, if so many are allowed: for a second too many cost little, and too few
   * leave most of a far link unused.
   */
  static final int START = 32;

  /** More files at once have to bring this much more, fewer may cost no more than that. */
  private static final double GAIN = 1.05;

  private static final double LOSS = 0.99;

  /**
   * A store whose handshake takes longer than this is far away: each file waits for its answer for
   * as long, so fewer at once bring less, and to try it costs what it shows.
   */
  private static final long FAR = Duration.ofMillis(20).toNanos();

  /** A change of the level shows only when new connections are open and old files are through. */
  private static final long SETTLE = Duration.ofMillis(300).toNanos();

  private static final long WINDOW = Duration.ofMillis(500).toNanos();
  private static final long LONGEST_WINDOW = Duration.ofSeconds(4).toNanos();

  /** Fewer bytes than this are too few chunks to judge by, until the window gets too long. */
  private static final long ENOUGH_BYTES = 4L << 20;

  private static final long SHORTEST_REST = Duration.ofSeconds(2).toNanos();
  private static final long LONGEST_REST = Duration.ofSeconds(30).toNanos();

  /** One busy store is heard from many files at once. */
  private static final long ONE_SLOW_DOWN = Duration.ofSeconds(1).toNanos();

  private static final long RECOVERY = Duration.ofSeconds(5).toNanos();

  private enum Phase {
    REST,
    BASE,
    MORE,
    LESS
  }

  private final int least;
  private final int most;

  private Phase phase = Phase.BASE;
  private int level;
  private int kept;
  private double keptRate;
  private boolean first = true;
  private boolean lookedTwice;
  private long restUntil;
  private long rest = SHORTEST_REST;
  private long settledAt;
  private boolean measuring;
  private long windowStart;
  private long windowBytes;
  private long slowedAt;
  private boolean slowed;
  private boolean far;

  /**
   * @param least 1 or more
   * @param most not less
   */
  LevelSearch(int least, int most) {
    this.least = least;
    this.most = most;
    this.level = Math.clamp(START, least, most);
    this.kept = level;
  }

  int level() {
    return level;
  }

  /**
   * @param nanos that the quickest handshake with the store took
   */
  void handshake(long nanos) {
    far = nanos > FAR;
  }

  /** The level was not used up, or time went by without files: what was measured says nothing. */
  void idle() {
    measuring = false;
  }

  /**
   * @param now nanoseconds of any clock that never goes back
   * @param bytes that were sent since the last call
   * @param surplus files at once beyond the level, which were on their way when it fell; 0 or more
   */
  void sent(long now, long bytes, int surplus) {
    if (phase == Phase.REST && now - restUntil >= 0) {
      phase = Phase.BASE;
      measuring = false;
    }
    if (phase == Phase.REST) {
      return;
    }
    if (surplus > 0) {
      settledAt = now + SETTLE;
      measuring = false;
    } else if (!measuring) {
      if (now - settledAt >= 0) {
        startWindow(now);
      }
    } else {
      windowBytes += bytes;
      var length = now - windowStart;
      if (length >= LONGEST_WINDOW
          || (length >= quickAtFirst(WINDOW) && windowBytes >= quickAtFirst(ENOUGH_BYTES))) {
        judge(now, windowBytes / (double) length);
      }
    }
  }

  /** The store asked for less. */
  void slowDown(long now) {
    if (slowed && now - slowedAt < ONE_SLOW_DOWN) {
      return;
    }
    slowed = true;
    slowedAt = now;
    first = false;
    kept = Math.max(least, level / 2);
    level = kept;
    rest(now, RECOVERY);
  }

  private void judge(long now, double rate) {
    switch (phase) {
      case BASE -> {
        keptRate = rate;
        tryMore(now);
      }
      case MORE -> {
        if (rate > keptRate * GAIN) {
          kept = level;
          keptRate = rate;
          rest = SHORTEST_REST;
          tryMore(now);
        } else if (!lookedTwice) {
          // New connections to a far store need a while to get up to speed.
          lookedTwice = true;
          startWindow(now);
        } else {
          first = false;
          tryLess(now);
        }
      }
      case LESS -> {
        if (rate < keptRate * LOSS) {
          rest = Math.min(LONGEST_REST, 2 * rest);
          restAt(kept, now);
        } else if (first) {
          keptRate = Math.max(keptRate, rate);
          kept = level;
          tryLess(now);
        } else {
          restAt(level, now);
        }
      }
      case REST -> throw new IllegalStateException("nothing is measured at rest");
    }
  }

  private void tryMore(long now) {
    // At first the level may be far away; later, or after a store complained, steps are careful.
    var more = first ? 2 * kept : kept + Math.max(1, kept / (slowed ? 4 : 2));
    level = Math.min(most, more);
    lookedTwice = false;
    if (level == kept) {
      tryLess(now);
    } else {
      look(now, Phase.MORE);
    }
  }

  private void tryLess(long now) {
    var less = first ? kept / 2 : kept - Math.max(1, kept / 4);
    level = far ? kept : Math.max(least, less);
    if (level == kept) {
      rest = Math.min(LONGEST_REST, 2 * rest);
      restAt(kept, now);
    } else {
      look(now, Phase.LESS);
    }
  }

  private void look(long now, Phase next) {
    phase = next;
    settledAt = now + quickAtFirst(SETTLE);
    measuring = false;
  }

  private void restAt(int found, long now) {
    first = false;
    kept = found;
    level = found;
    rest(now, rest);
  }

  /** The first steps are long and what they change is large: half of the care is enough. */
  private long quickAtFirst(long usual) {
    return first ? usual / 2 : usual;
  }

  private void rest(long now, long length) {
    phase = Phase.REST;
    restUntil = now + length;
    measuring = false;
  }

  private void startWindow(long now) {
    measuring = true;
    windowStart = now;
    windowBytes = 0;
  }
}
