package io.flighthubcamunda.worker.management;

import io.flighthubcamunda.api.ApiCall;
import io.flighthubcamunda.api.CallObserver;
import io.flighthubcamunda.api.CallOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Remembers how the last call to FlightHub ended, whoever made it. */
@Component
class LastCall implements CallObserver {

  private final InstantSource clock;
  private volatile Optional<Seen> seen = Optional.empty();

  LastCall(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void ended(ApiCall call) {
    seen = Optional.of(new Seen(call.outcome(), call.problem(), clock.instant()));
  }

  Optional<Seen> seen() {
    return seen;
  }

  /**
   * @param problem one sentence; empty when there is none
   */
  record Seen(CallOutcome outcome, String problem, Instant at) {}
}
