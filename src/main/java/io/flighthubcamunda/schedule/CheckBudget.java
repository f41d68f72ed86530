package io.flighthubcamunda.schedule;

/**
 * How many looks there are for a run, and how sparingly the rest of them must be used.
 *
 * @param checks for a run of three days
 */
record CheckBudget(int checks) {

  /** Run length that the budget is for, in milliseconds. */
  static final double HORIZON = 72 * 3_600_000.0;

  /** Pauses that grow by this factor reach any horizon with few looks: what is kept for the worst. */
  private static final double RESERVE_GROWTH = 1.7;

  /**
   * The growth of time from look to look that uses up what is left just when {@code until} is
   * reached.
   */
  double growth(double elapsed, double until, double left) {
    return left < 1 ? Double.POSITIVE_INFINITY : Math.pow(Math.max(1, until / elapsed), 1 / left);
  }

  /** Looks that can be used freely; the others are kept so that the run may still take three days. */
  double free(double elapsed, int spent) {
    var kept = Math.log(Math.max(1, HORIZON / elapsed)) / Math.log(RESERVE_GROWTH);
    return checks - spent - kept;
  }
}
