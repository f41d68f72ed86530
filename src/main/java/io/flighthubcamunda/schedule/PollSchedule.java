package io.flighthubcamunda.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

public final class PollSchedule {

  static double QMIN=90, QSH=.04, QG=1, LASTK=1.5, ALPHA=.6, BETA=.12, GAMMA=.2, G=.45, TOLS=.85, STUCK=.055, LAND=.5, STALL=3, HZ=2, RG=3, EXTRA=2, PH=2;
  private static final double TOLERANCE_SHARE = 0.03;
  private final PollSettings settings;
  private final DoubleSupplier random;
  private final CheckBudget budget = new CheckBudget(39);

  public PollSchedule(PollSettings settings, DoubleSupplier random) {
    this.settings = settings;
    this.random = random;
  }

  public Duration first() {
    return jittered(settings.shortest().toMillis());
  }

  public Duration next(Course course, Instant now) {
    double elapsed = Math.max(1, course.elapsed(now).toMillis());
    double shortest = settings.shortest().toMillis();
    var est = RestOfPhase.estimate(course, now);
    double left = 39 - course.checks();
    double until = CheckBudget.HORIZON;
    var pause = course.phase() == Phase.QUEUED ? queued(elapsed) : working(course, now, elapsed, left);
    if (course.phase() != Phase.QUEUED && est.isPresent() && course.percent() < 99)
      until = Math.min(until, elapsed + HZ * est.getAsDouble());
    var keep = Math.log(Math.max(1, until / elapsed)) / Math.log(RG) + (course.phase() == Phase.PACKAGING ? 1 : EXTRA);
    if (left < keep) {
      if (left < 4) until = Math.max(until, Math.min(CheckBudget.HORIZON, 3*elapsed));
      var l = Math.max(1, left - (course.phase() == Phase.PACKAGING ? 0 : EXTRA/2));
      pause = Math.max(pause, elapsed * (budget.growth(elapsed, until, l) - 1) * 1.1);
    }
    return jittered(Math.clamp(pause, shortest, (double) settings.longest().toMillis()));
  }

  private double tolerance(double elapsed) {
    return Math.max(2 * settings.shortest().toMillis(), elapsed * TOLERANCE_SHARE);
  }

  private double queued(double elapsed) {
    return Math.min(Math.max(tolerance(elapsed)*TOLS, QG * elapsed), Math.max(QMIN * 60_000, QSH * elapsed));
  }

  private double working(Course course, Instant now, double elapsed, double left) {
    var tol = tolerance(elapsed) * TOLS;
    var unmoved = course.unmoved(now).toMillis();
    var percent = course.percent();
    var est = RestOfPhase.estimate(course, now);
    if (percent >= 99 && unmoved > 0) {
      return Math.max(tol, elapsed * STUCK);
    }
    if (est.isEmpty()) return Math.max(tol, STALL * unmoved);
    var rest = est.getAsDouble();
    if (rest <= LASTK*tol) return Math.max(rest + LAND * tol, tol);
    return Math.max(tol, Math.min(rest * ALPHA, Math.max(BETA * elapsed, Math.min(GAMMA*rest, Math.min(G * elapsed, Math.max(tol, PH * Duration.between(course.phaseSince(), now).toMillis()))))));
  }

  private Duration jittered(double millis) {
    var factor = 1 + settings.jitter() * (2 * random.getAsDouble() - 1);
    return Duration.ofMillis(Math.max(1, Math.round(millis * factor)));
  }
}
