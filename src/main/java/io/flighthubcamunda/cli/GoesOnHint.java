package io.flighthubcamunda.cli;

/** Tells a person who stops following by hand that the process instance goes on. */
final class GoesOnHint implements AutoCloseable {

  private final Thread hint;

  private GoesOnHint(Thread hint) {
    this.hint = hint;
  }

  /**
   * @param sentence what goes on, and where it can be seen
   */
  static GoesOnHint with(String sentence) {
    var hint =
        new Thread(
            () -> System.err.printf("%nNo longer following. %s%n", sentence), "goes-on-hint");
    Runtime.getRuntime().addShutdownHook(hint);
    return new GoesOnHint(hint);
  }

  /** From now on the end of this program is no surprise. */
  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hint);
  }
}
