package io.flighthubcamunda.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCallsTest extends SimulatorFixture {

  private static int code(JsonNode answer) {
    return answer.path("code").asInt();
  }

  private static int status(JsonNode model) {
    return model.path("model_status").asInt();
  }

  @Test
  void shouldStopAfterAWhile() {
    // given
    start(settings -> settings.withStopDelay(Duration.ofSeconds(5)));
    String model = api.started(api.resourceOf(5), "3d");

    // when
    JsonNode answer = api.stop(model);

    // then
    assertThat(answer.path("data")).isEmpty();
    assertThat(answer.has("data")).isTrue();
    assertThat(status(api.model(model))).isEqualTo(12);
    clock.moveSeconds(5);
    assertThat(status(api.model(model))).isEqualTo(16);
    assertThat(api.running()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, 200101", "false, 0"})
  void shouldAnswerAStopThatComesTooLateAsSet(boolean refused, int code) {
    // given
    start(settings -> settings.withLateStopRefused(refused));
    String model = api.started(api.resourceOf(5), "3d");

    // when
    clock.moveSeconds(22);

    // then
    assertThat(code(api.stop(model))).isEqualTo(code);
    assertThat(status(api.model(model))).isEqualTo(15);
  }

  @ParameterizedTest
  @CsvSource({"true, 910006, 1, 5", "false, 0, 0, 0"})
  void shouldAnswerTheDeletionOfARunningModelAsSet(boolean kept, int code, int running, int quota) {
    // given
    start(settings -> settings.withRunningModelsKept(kept));
    String model = api.started(api.resourceOf(5), "3d");

    // then
    assertThat(code(api.delete("/open_model/models/" + model))).isEqualTo(code);
    assertThat(simulator.flightHub().running()).isEqualTo(running);
    assertThat(simulator.flightHub().quotaUsed()).isEqualTo(quota);
  }

  @Test
  void shouldForgetADeletedModelAndItsArchiveButNotItsImages() {
    // given
    start();
    String model = api.started(api.resourceOf(5), "3d");
    clock.moveSeconds(25);
    assertThat(api.model(model).path("zip_status").asInt()).isEqualTo(2);

    // when
    JsonNode answer = api.delete("/open_model/models/" + model);

    // then
    assertThat(code(answer)).isZero();
    assertThat(code(api.get("/open_model/models/" + model))).isEqualTo(200404);
    assertThat(code(api.delete("/open_model/models/" + model))).isEqualTo(200404);
    assertThat(simulator.flightHub().quotaUsed()).isEqualTo(5);
    assertThat(simulator.flightHub().models()).allMatch(SimulatedModel::deleted);
  }

  @Test
  void shouldHideTheRunningList() throws Exception {
    start(settings -> settings.withRunningList(RunningList.hidden()));
    assertThat(
            api.send("GET", "/openapi/v0.1/open_model/models/running", "", api.headers())
                .statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"true, true, 1, 1, 1", "false, true, 0, 1, 1", "true, false, 1, 1, 0"})
  void shouldListWhatIsSet(
      boolean queued, boolean packaging, int inQueue, int executing, int inPackaging) {
    // given
    start(
        settings ->
            settings.withRunningList(
                RunningList.complete().withQueued(queued).withPackaging(packaging)));
    String resource = api.resourceOf(5);
    api.started(resource, "3d");

    // then
    assertThat(api.running()).hasSize(inQueue);
    clock.moveSeconds(2);
    assertThat(api.running()).hasSize(executing);
    assertThat(api.running())
        .allSatisfy(
            model -> {
              assertThat(model.path("resource_uuid").asText()).isEqualTo(resource);
              assertThat(model.path("model_type").asInt()).isEqualTo(2);
            });
    clock.moveSeconds(20);
    assertThat(api.running()).hasSize(inPackaging);
    clock.moveSeconds(3);
    assertThat(api.running()).isEmpty();
  }

  @Test
  void shouldLagBehind() {
    // given
    start(
        settings ->
            settings.withRunningList(RunningList.complete().withLag(Duration.ofSeconds(5))));
    api.started(api.resourceOf(5), "3d");

    // then
    assertThat(api.running()).isEmpty();
    clock.moveSeconds(5);
    assertThat(status(api.running().path(0))).isEqualTo(12);
    clock.moveSeconds(21);
    assertThat(api.running()).hasSize(1);
    clock.moveSeconds(5);
    assertThat(api.running()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void shouldWriteAnEmptyListAsSet(boolean asNull) {
    // given
    start(settings -> settings.withEmptyListsAsNull(asNull));

    // when
    JsonNode list = api.running();

    // then
    assertThat(list.isNull()).isEqualTo(asNull);
    assertThat(list.isArray()).isEqualTo(!asNull);
  }
}
