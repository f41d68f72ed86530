package io.flighthubcamunda.cli;

import java.util.OptionalInt;

/**
 * How far a survey is, as far as it can be known here. What neither ended nor runs is being
 * uploaded or waits for its turn; which of the two only the engine knows.
 *
 * @param all image sets
 * @param ready that ended with models; empty where the result folder can't be seen
 * @param failed that ended without; empty where the result folder can't be seen
 * @param running that FlightHub reconstructs; empty where it does not tell
 */
record SurveyState(int all, OptionalInt ready, OptionalInt failed, OptionalInt running) {

  /** 0 where it is not known. */
  int ended() {
    return ready.orElse(0) + failed.orElse(0);
  }

  String sentence() {
    if (ready.isEmpty()) {
      return "%s of %,d image sets; how many ended can't be seen here"
          .formatted(word(running, "running"), all);
    }
    return "%s, %s, %s, %,d uploading or waiting"
        .formatted(
            word(ready, "ready"),
            word(failed, "failed"),
            word(running, "running"),
            Math.max(0, all - ended() - running.orElse(0)));
  }

  private static String word(OptionalInt count, String what) {
    return (count.isPresent() ? "%,d".formatted(count.getAsInt()) : "?") + " " + what;
  }
}
