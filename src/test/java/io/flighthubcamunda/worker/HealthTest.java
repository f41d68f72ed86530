package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a worker says of itself, and what asking it costs. */
@ProductTest
class HealthTest {

  private static final String HEALTH = "/actuator/health";
  private static final String READINESS = "/actuator/health/readiness";
  private static final String LIVENESS = "/actuator/health/liveness";

  private final ProductUnderTest product;

  HealthTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  void shouldTellFlightHubTokenAndEngineApart() {
    // when
    var health = product.management().json(HEALTH);

    // then
    assertThat(health.path("status").asText()).isEqualTo("UP");
    assertThat(status(health, "flightHub")).isEqualTo("UP");
    assertThat(status(health, "token")).isEqualTo("UP");
    assertThat(status(health, "engine")).isEqualTo("UP");
    assertThat(product.management().get(READINESS).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldSayThatTheTokenIsRefusedAndFlightHubIsThere() {
    // given
    product.renew(flightHub -> flightHub.withToken("the key of another organization"));

    // when
    var health = product.management().json(HEALTH);

    // then
    assertThat(status(health, "flightHub")).isEqualTo("UP");
    assertThat(status(health, "token")).isEqualTo("DOWN");
    assertThat(problem(health, "token")).contains("organization key was not accepted");
    assertThat(status(health, "engine")).isEqualTo("UP");
    assertThat(product.management().get(READINESS).statusCode()).isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource({"503, code 200500", "0, wrong base URL"})
  void shouldSayThatFlightHubIsAwayAndTheTokenUnknown(int status, String problem) {
    // given
    var fault = status == 0 ? new Fault.HtmlPage() : new Fault.HttpStatus(status);
    product
        .simulator()
        .faults()
        .next(Operation.SYSTEM_STATUS, fault)
        .next(Operation.SYSTEM_STATUS, fault);

    // when
    var health = product.management().json(HEALTH);

    // then
    assertThat(health.path("status").asText()).isEqualTo("DOWN");
    assertThat(status(health, "flightHub")).isEqualTo("DOWN");
    assertThat(problem(health, "flightHub")).contains(problem);
    assertThat(status(health, "token")).isEqualTo("UNKNOWN");
  }

  @Test
  void shouldNotTakeOneBrokenConnectionForAFlightHubThatIsAway() {
    // given
    product.simulator().faults().next(Operation.SYSTEM_STATUS, new Fault.DropBeforeEffect());

    // when
    var health = product.management().json(HEALTH);

    // then
    assertThat(status(health, "flightHub")).isEqualTo("UP");
  }

  @Test
  void shouldAskFlightHubOnceAMinuteAtMostAndOnlyWhenAsked() {
    // given
    var calls = product.flightHub().calls(Operation.SYSTEM_STATUS);

    // when
    for (int i = 0; i < 20; i++) {
      product.management().get(HEALTH);
      product.management().get(READINESS);
    }

    // then
    assertThat(product.flightHub().calls(Operation.SYSTEM_STATUS) - calls).isEqualTo(1);
  }

  @Test
  void shouldAskNobodyWhileTheWorkersCallFlightHubAnyway() {
    // given
    product.reconstruct(product.photographs(5)).awaitEnd();
    var calls = product.flightHub().calls(Operation.SYSTEM_STATUS);

    // when
    var health = product.management().json(HEALTH);

    // then
    assertThat(status(health, "flightHub")).isEqualTo("UP");
    assertThat(product.flightHub().calls(Operation.SYSTEM_STATUS)).isEqualTo(calls);
  }

  @Test
  void shouldBeAliveWithoutAskingAnybody() {
    // given
    product.renew(flightHub -> flightHub.withToken("the key of another organization"));
    var calls = product.flightHub().calls(Operation.SYSTEM_STATUS);

    // when
    var alive = product.management().get(LIVENESS);

    // then
    assertThat(alive.statusCode()).isEqualTo(200);
    assertThat(product.flightHub().calls(Operation.SYSTEM_STATUS)).isEqualTo(calls);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/actuator",
        "/actuator/",
        "/actuator/env",
        "/actuator/configprops",
        "/actuator/heapdump",
        "/actuator/beans",
        "/actuator/threaddump",
        "/actuator/loggers",
        "/actuator/health/nobody",
        "/actuator/prometheus/more",
        "/actuator/../actuator/env"
      })
  void shouldServeNothingElse(String path) {
    // when
    var answer = product.management().get(path);

    // then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void shouldTakeNothingFromOutside() {
    // when
    var answer = product.management().ask("POST", HEALTH);

    // then
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
  }

  @Test
  void shouldAnswerHeadWithoutABody() {
    // when
    var answer = product.management().ask("HEAD", HEALTH);

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  private static String status(JsonNode health, String component) {
    return health.path("components").path(component).path("status").asText();
  }

  private static String problem(JsonNode health, String component) {
    return health.path("components").path(component).path("details").path("problem").asText();
  }
}
