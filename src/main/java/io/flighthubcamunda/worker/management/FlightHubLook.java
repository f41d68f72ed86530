package io.flighthubcamunda.worker.management;

import io.flighthubcamunda.api.FlightHubException;
import io.flighthubcamunda.api.OrganizationApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether FlightHub answers, for health: what the last call saw, and when that is too old, one call
 * that costs no quota. A worker that calls FlightHub anyway makes none, and nobody waits longer
 * than a moment for one.
 */
@Component
class FlightHubLook {

  private static final Logger LOG = LoggerFactory.getLogger(FlightHubLook.class);

  /** So health looks at most once a minute, however often it is asked. */
  static final Duration NEW_ENOUGH = Duration.ofMinutes(1);

  /** Shorter than the time-outs of those who ask for health. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

  private final LastCall lastCall;
  private final OrganizationApi flightHub;
  private final InstantSource clock;
  private CompletableFuture<Void> asking = CompletableFuture.completedFuture(null);
  private CompletableFuture<Void> patience = asking;
  private volatile Instant askedAt = Instant.EPOCH;

  FlightHubLook(LastCall lastCall, OrganizationApi flightHub, InstantSource clock) {
    this.lastCall = lastCall;
    this.flightHub = flightHub;
    this.clock = clock;
  }

  /** Empty when FlightHub has not answered yet. */
  Optional<LastCall.Seen> seen() {
    if (newEnough().isEmpty()) {
      ask().join();
    }
    return newEnough();
  }

  private Optional<LastCall.Seen> newEnough() {
    var tooOld = clock.instant().minus(NEW_ENOUGH);
    return lastCall
        .seen()
        .filter(seen -> seen.at().isAfter(tooOld))
        .filter(seen -> answered(seen) || askedAt.isAfter(tooOld));
  }

  /** All who ask meanwhile wait for the same call, and no longer than the first of them. */
  private synchronized CompletableFuture<Void> ask() {
    if (asking.isDone() && newEnough().isEmpty()) {
      asking = CompletableFuture.runAsync(this::call, Thread::startVirtualThread);
      patience =
          asking.copy().completeOnTimeout(null, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }
    return patience;
  }

  /**
   * A second time when nobody answers: a kept connection that FlightHub has just closed looks like
   * a FlightHub that is away.
   */
  private void call() {
    askedAt = clock.instant();
    askOnce();
    if (!lastCall.seen().map(FlightHubLook::answered).orElse(true)) {
      askOnce();
    }
  }

  private void askOnce() {
    try {
      flightHub.systemStatus();
    } catch (FlightHubException e) {
      LOG.debug("Health sees: {}", e.getMessage());
    }
  }

  private static boolean answered(LastCall.Seen seen) {
    return switch (seen.outcome()) {
      case OK, REFUSED, TOKEN_REFUSED, NOT_PERMITTED, NOT_UNDERSTOOD -> true;
      case UNAVAILABLE, ANSWER_LOST -> false;
    };
  }
}
