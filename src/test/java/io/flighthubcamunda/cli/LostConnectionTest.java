package io.flighthubcamunda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LostConnectionTest {

  private static final Duration AT_ONCE = Duration.ofMillis(30);
  private static final Duration DAYS_LATER = Duration.ofDays(2);

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {"UNAVAILABLE", "DEADLINE_EXCEEDED", "CANCELLED", "INTERNAL", "UNKNOWN"})
  void shouldSuspectWhatABrokenConnectionSays(Status.Code code) {
    // given
    var failure = new ExecutionException(code.toStatus().asRuntimeException());

    // then
    assertThat(LostConnection.suspected(failure, DAYS_LATER)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {"NOT_FOUND", "INVALID_ARGUMENT", "PERMISSION_DENIED", "UNAUTHENTICATED"})
  void shouldTakeTheEnginesWordForIt(Status.Code code) {
    // given
    var failure = code.toStatus().asRuntimeException();

    // then
    assertThat(LostConnection.suspected(failure, DAYS_LATER)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"PT0.03S, false", "PT3M, true"})
  void shouldTellABusyEngineFromAConnectionThatWasEndedForTooManyPings(
      Duration after, boolean suspected) {
    // given
    var failure =
        Status.RESOURCE_EXHAUSTED
            .withDescription("Bandwidth exhausted: Received Goaway too_many_pings")
            .asRuntimeException();

    // then
    assertThat(LostConnection.suspected(failure, after)).isEqualTo(suspected);
  }

  @Test
  void shouldNotSuspectThatAnEngineTookWhatItWasNeverAsked() {
    // given
    var nobodyListens = new ConnectException("Connection refused");
    var failure = Status.UNAVAILABLE.withCause(nobodyListens).asRuntimeException();

    // then
    assertThat(LostConnection.suspected(failure, AT_ONCE)).isFalse();
  }
}
