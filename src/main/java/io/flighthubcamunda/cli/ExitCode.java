package io.flighthubcamunda.cli;

/** What the verbs leave with. */
public final class ExitCode {

  public static final int OK = 0;

  /** It was tried and did not succeed. */
  public static final int FAILED = 1;

  /** It was not tried, because the command line was wrong; picocli's own number. */
  public static final int USAGE = 2;

  private ExitCode() {}
}
