package io.flighthubcamunda.bench.poll;

import io.flighthubcamunda.bench.poll.SimulatedRun.State;
import io.flighthubcamunda.schedule.Course;
import io.flighthubcamunda.schedule.PollSchedule;
import java.time.Duration;
import java.time.Instant;

/** The product's own schedule. */
final class OurSchedule implements Poller {

  private static final Instant START = Instant.EPOCH;

  private final PollSchedule schedule;
  private Course course = Course.started(START);

  OurSchedule(PollSchedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public double first() {
    return seconds(schedule.first());
  }

  @Override
  public double next(State seen, double second) {
    var now = START.plusMillis(Math.round(second * 1000));
    course = course.seen(seen.phase(), seen.percent(), now);
    return seconds(schedule.next(course, now));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
