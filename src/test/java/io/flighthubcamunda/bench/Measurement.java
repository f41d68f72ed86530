package io.flighthubcamunda.bench;

/**
 * One run of a program.
 *
 * @param wallSeconds from its start to its end; of a program that is {@link Standing}, between its
 *     two lines
 * @param cpuSeconds user and system time of it and of all its children, from the moment when it was
 *     ready to its end
 * @param peakBytes most memory that it held at once
 * @param status 0 when it ended well; {@link #TIMED_OUT} when it was ended by us
 * @param startSeconds what it took to be ready, if that was not measured
 */
public record Measurement(
    double wallSeconds, double cpuSeconds, long peakBytes, int status, double startSeconds) {

  public static final int TIMED_OUT = -1;

  public boolean endedWell() {
    return status == 0;
  }
}
