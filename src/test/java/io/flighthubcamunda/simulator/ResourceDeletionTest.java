package io.flighthubcamunda.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceDeletionTest extends SimulatorFixture {

  @TempDir Path folder;

  private static int code(JsonNode answer) {
    return answer.path("code").asInt();
  }

  private int status(String resource) {
    return api.resource(resource).at("/data/status").asInt();
  }

  private long photographsStored() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".JPG")).count();
    }
  }

  @Test
  void shouldDeleteInTwoSteps() throws Exception {
    // given
    start(settings -> settings.withStoreDirectory(folder));
    String resource = api.resourceOf(5);
    assertThat(photographsStored()).isEqualTo(5);

    // when
    JsonNode answer = api.delete("/open_model/resource/" + resource);

    // then
    assertThat(answer.toString()).isEqualTo("{\"code\":0,\"message\":\"\",\"data\":{}}");
    assertThat(status(resource)).isEqualTo(2);
    assertThat(code(api.delete("/open_model/resource/" + resource))).isZero();
    assertThat(code(api.start(resource, "3d"))).isEqualTo(910005);
    clock.moveSeconds(1);
    assertThat(status(resource)).isEqualTo(3);
    assertThat(code(api.delete("/open_model/resource/" + resource))).isEqualTo(200404);
    assertThat(photographsStored()).isZero();
  }

  @Test
  void shouldForgetADeletedResourceIfSet() {
    // given
    start(settings -> settings.withDeletedResourcesForgotten(true));
    String resource = api.resourceOf(5);

    // when
    api.delete("/open_model/resource/" + resource);
    clock.moveSeconds(1);

    // then
    assertThat(code(api.resource(resource))).isEqualTo(200404);
  }

  @ParameterizedTest
  @CsvSource({"true, 910006, 1", "false, 0, 2"})
  void shouldAnswerTheDeletionOfAResourceInUseAsSet(boolean kept, int code, int status) {
    // given
    start(settings -> settings.withResourcesInUseKept(kept));
    String resource = api.resourceOf(5);
    api.started(resource, "3d");

    // then
    assertThat(code(api.delete("/open_model/resource/" + resource))).isEqualTo(code);
    assertThat(status(resource)).isEqualTo(status);
  }

  @Test
  void shouldKeepThePhotographsForAnArchiveThatIsStillToBeMade() throws Exception {
    // given
    start(settings -> settings.withStoreDirectory(folder));
    String resource = api.resourceOf(5);
    String model = api.started(resource, "3d");
    clock.moveSeconds(25);
    api.delete("/open_model/resource/" + resource);
    clock.moveSeconds(5);
    assertThat(status(resource)).isEqualTo(3);
    assertThat(photographsStored()).isEqualTo(5);

    // when
    assertThat(api.model(model).path("model_size").asInt()).isPositive();
    api.running();

    // then
    assertThat(photographsStored()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "AFTER_FIRST_MODEL, true, 2, 2",
    "AFTER_LAST_MODEL, true, 1, 2",
    "AFTER_ALL_SUCCEEDED, true, 1, 1",
    "AFTER_ALL_SUCCEEDED, false, 1, 2"
  })
  void shouldDeleteTheResourceWhenItsModelsFinishAsSet(
      InputDeletion rule, boolean oneFails, int afterFirst, int afterLast) {
    // given
    start(
        settings ->
            settings
                .withInputDeletion(rule)
                .withDeletionDelay(Duration.ofHours(1))
                .withOutcome(ModelType.TWO_D, oneFails ? Outcome.fail(1) : Outcome.succeed()));
    String resource = api.resourceOf(5);
    api.post(
        "/open_model/models/reconstruction/start",
        Map.of(
            "resource_uuid",
            resource,
            "parameter_2d",
            "{\"parameter\":{}}",
            "parameter_3d",
            "{\"parameter\":{}}",
            "delete_resource_if_finish",
            true));

    // then
    assertThat(status(resource)).isEqualTo(1);
    clock.moveSeconds(20);
    assertThat(status(resource)).isEqualTo(afterFirst);
    clock.moveSeconds(5);
    assertThat(status(resource)).isEqualTo(afterLast);
  }
}
