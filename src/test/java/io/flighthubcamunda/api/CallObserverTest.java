package io.flighthubcamunda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever watches hears of each call once, and how it ended. */
class CallObserverTest {

  private final List<ApiCall> calls = new CopyOnWriteArrayList<>();

  @Test
  void shouldKnowAnOperationForEachMethodAndNoOther() {
    assertThat(
            Stream.of(OpenModelApi.class, ModelFileApi.class, OrganizationApi.class)
                .flatMap(api -> Arrays.stream(api.getDeclaredMethods()))
                .map(ApiOperation::of))
        .containsExactlyInAnyOrder(ApiOperation.values());
  }

  @Test
  void shouldTellOfACallThatSucceeded() {
    // given
    try (var server = RawServer.answering(200, "{\"code\":0}")) {

      // when
      flightHub(server.uri()).organization().systemStatus();

      // then
      assertThat(calls)
          .singleElement()
          .satisfies(
              call -> {
                assertThat(call.operation()).isEqualTo(ApiOperation.SYSTEM_STATUS);
                assertThat(call.outcome()).isEqualTo(CallOutcome.OK);
                assertThat(call.duration()).isGreaterThan(Duration.ZERO);
                assertThat(call.problem()).isEmpty();
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, '{\"code\":200401}', TOKEN_REFUSED",
    "401, '', TOKEN_REFUSED",
    "200, '{\"code\":200403}', NOT_PERMITTED",
    "200, '{\"code\":210429}', UNAVAILABLE",
    "429, '', UNAVAILABLE",
    "200, '{\"code\":987654}', REFUSED",
    "404, '', REFUSED",
    "503, '', ANSWER_LOST",
    "200, '<html>', NOT_UNDERSTOOD",
  })
  void shouldTellHowACallFailed(int status, String body, CallOutcome outcome) {
    // given
    try (var server = RawServer.answering(status, body)) {
      var api = flightHub(server.uri()).openModel();

      // when
      var failure = catchThrowable(() -> api.stop("a-model"));

      // then
      assertThat(failure).isInstanceOf(FlightHubException.class);
      assertThat(calls)
          .singleElement()
          .satisfies(
              call -> {
                assertThat(call.operation()).isEqualTo(ApiOperation.STOP);
                assertThat(call.outcome()).isEqualTo(outcome);
                assertThat(call.problem()).isEqualTo(failure.getMessage());
              });
    }
  }

  @Test
  void shouldTellThatNobodyWasThere() throws IOException {
    // given
    var api = flightHub(TestConnection.nowhere()).openModel();

    // when
    catchThrowable(api::listRunning);

    // then
    assertThat(calls).extracting(ApiCall::outcome).containsExactly(CallOutcome.UNAVAILABLE);
  }

  private FlightHub flightHub(URI address) {
    return FlightHub.connect(TestConnection.to(address), calls::add);
  }
}
