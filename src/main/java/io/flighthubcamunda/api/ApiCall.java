package io.flighthubcamunda.api;

import java.time.Duration;

/**
 * A call to FlightHub that ended.
 *
 * @param duration from the moment that the rate limit let it go
 * @param problem one sentence without secrets; empty when the outcome is {@link CallOutcome#OK}
 */
public record ApiCall(
    ApiOperation operation, CallOutcome outcome, Duration duration, String problem) {}
