package io.flighthubcamunda.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The life of one model as a pure function of time: the state machine of fact sheet 2.11.
 *
 * @param startedAt when the start call was answered
 * @param plan how long the phases take and how it ends
 * @param stopAt when a stop takes effect, if one was asked for
 */
record ModelTimeline(Instant startedAt, ModelPlan plan, Optional<Instant> stopAt) {

  /** Longer than any test, and can be calculated with. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  static ModelTimeline starting(Instant now, ModelPlan plan) {
    return new ModelTimeline(now, plan, Optional.empty());
  }

  /** The first stop counts; later ones change nothing. */
  ModelTimeline stoppedAt(Instant effect) {
    return stopAt.isPresent() ? this : new ModelTimeline(startedAt, plan, Optional.of(effect));
  }

  ModelState at(Instant now) {
    if (stopTakesEffect() && !now.isBefore(stopAt.orElseThrow())) {
      int reached = uninterrupted(stopAt.orElseThrow()).progress();
      return ModelState.ended(ModelStatus.CANCELLED, reached, 0);
    }
    return uninterrupted(now);
  }

  /** When nothing changes any more, packaging included. */
  Instant throughAt() {
    if (stopTakesEffect()) {
      return stopAt.orElseThrow();
    }
    return plan.succeeds() ? decidedAt().plus(plan.packaging()) : decidedAt();
  }

  boolean endsWithArchive() {
    return plan.outcome() instanceof Outcome.Succeed && !stopTakesEffect();
  }

  boolean endsWell() {
    return plan.succeeds() && !stopTakesEffect();
  }

  /** A stop that comes too late leaves the model as it is (fact sheet 2.8). */
  private boolean stopTakesEffect() {
    return stopAt.filter(effect -> effect.isBefore(decidedAt())).isPresent();
  }

  private Instant queueEnd() {
    return startedAt.plus(plan.queue());
  }

  /** When the reconstruction itself has succeeded or failed. */
  private Instant decidedAt() {
    return switch (plan.outcome()) {
      case Outcome.Refuse refuse -> startedAt;
      case Outcome.NoComputingResource none -> queueEnd();
      case Outcome.Fail fail ->
          queueEnd().plus(plan.reconstruction().multipliedBy(fail.atPercent()).dividedBy(100));
      case Outcome.CancelledElsewhere cancelled ->
          queueEnd().plus(plan.reconstruction().multipliedBy(cancelled.atPercent()).dividedBy(100));
      case Outcome.Stuck stuck -> startedAt.plus(NEVER);
      case Outcome.Succeed succeed -> queueEnd().plus(plan.reconstruction());
      case Outcome.PackagingFailed failed -> queueEnd().plus(plan.reconstruction());
    };
  }

  private ModelState uninterrupted(Instant now) {
    if (now.isBefore(decidedAt())) {
      return now.isBefore(queueEnd())
          ? ModelState.unfinished(ModelStatus.QUEUED, 0)
          : ModelState.unfinished(
              ModelStatus.EXECUTING,
              Math.min(
                  percent(Duration.between(queueEnd(), now), plan.reconstruction()),
                  plan.outcome() instanceof Outcome.Stuck stuck ? stuck.atPercent() : 100));
    }
    return switch (plan.outcome()) {
      case Outcome.Refuse refuse -> ModelState.ended(ModelStatus.FAILED, 0, refuse.errorCode());
      case Outcome.NoComputingResource none ->
          ModelState.ended(ModelStatus.NO_COMPUTING_RESOURCE, 0, none.errorCode());
      case Outcome.Fail fail ->
          ModelState.ended(ModelStatus.FAILED, fail.atPercent(), fail.errorCode());
      case Outcome.CancelledElsewhere cancelled ->
          ModelState.ended(ModelStatus.CANCELLED, cancelled.atPercent(), 0);
      case Outcome.Stuck stuck ->
          throw new IllegalStateException("A model that is stuck never comes to an end.");
      case Outcome.Succeed succeed -> packaging(now, ModelStatus.ZIP_FINISHED, 100);
      case Outcome.PackagingFailed failed -> packaging(now, ModelStatus.ZIP_FAILED, 50);
    };
  }

  private ModelState packaging(Instant now, int zipEnding, int zipProgressAtEnd) {
    Duration elapsed = Duration.between(decidedAt(), now);
    int status = successStatus(elapsed);
    if (elapsed.compareTo(plan.packaging()) >= 0) {
      return new ModelState(status, 100, 0, zipEnding, zipProgressAtEnd);
    }
    // The archive is not begun at once: a client must not take zip_status 0 for "nothing to wait
    // for".
    if (elapsed.compareTo(plan.packaging().dividedBy(5)) < 0) {
      return new ModelState(status, 100, 0, ModelStatus.ZIP_INITIAL, 0);
    }
    int zipProgress = Math.min(percent(elapsed, plan.packaging()), zipProgressAtEnd);
    return new ModelState(status, 100, 0, ModelStatus.ZIP_RUNNING, zipProgress);
  }

  private int successStatus(Duration sinceSuccess) {
    return switch (plan.ending()) {
      case FIFTEEN -> ModelStatus.SUCCEEDED;
      case NINE -> ModelStatus.MAP_SUCCEEDED;
      case FIFTEEN_THEN_NINE ->
          sinceSuccess.multipliedBy(2).compareTo(plan.packaging()) < 0
              ? ModelStatus.SUCCEEDED
              : ModelStatus.MAP_SUCCEEDED;
    };
  }

  private static int percent(Duration elapsed, Duration whole) {
    return (int) Math.min(99, elapsed.toMillis() * 100 / Math.max(1, whole.toMillis()));
  }
}
