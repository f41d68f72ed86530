package io.flighthubcamunda.bench;

/**
 * One run of a program.
 *
 * @param wallSeconds from its start to its end
 * @param cpuSeconds user and system time of it and of all its children
 * @param peakBytes most memory that it held at once
 * @param status 0 when it ended well; {@link #TIMED_OUT} when it was ended by us
 */
public record Measurement(double wallSeconds, double cpuSeconds, long peakBytes, int status) {

  public static final int TIMED_OUT = -1;

  public boolean endedWell() {
    return status == 0;
  }
}
