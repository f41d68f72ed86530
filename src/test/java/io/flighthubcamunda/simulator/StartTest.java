package io.flighthubcamunda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest extends SimulatorFixture {

  private static int code(JsonNode answer) {
    return answer.path("code").asInt();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"parameter_2d\":\"\",\"parameter_3d\":\"\",\"parameter_3dgs\":\"\",\"parameter_lidar\":\"\"}",
        "{\"parameter_3d\":{\"parameter\":{}}}",
        "{\"parameter_3d\":null}",
        "{\"parameter_3d\":\"no json\"}",
        "{\"parameter_3d\":\"[]\"}",
        "{\"parameter_3d\":\"{}\"}",
        "{\"parameter_3d\":\" \"}",
        "{\"parameter_3d\":\"{\\\"parameter\\\":1}\"}",
        "{\"parameter_3d\":\"{\\\"parameter\\\":{}}\",\"delete_resource_if_finish\":\"yes\"}"
      })
  void shouldRefuseParametersOfAWrongForm(String json) throws Exception {
    // given
    start();
    ObjectNode body = (ObjectNode) new ObjectMapper().readTree(json);
    body.put("resource_uuid", api.resourceOf(5));

    // when
    JsonNode answer = api.post("/open_model/models/reconstruction/start", body);

    // then
    assertThat(code(answer)).isEqualTo(200101);
    assertThat(simulator.flightHub().startedReconstructions()).isZero();
  }

  @Test
  void shouldAnswerOneMemberPerRequestedType() {
    // given
    start();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("resource_uuid", api.resourceOf(5));
    body.put("parameter_2d", "{\"parameter\":{\"map_mode\":1}}");
    body.put("parameter_3d", "{\"parameter\":{},\"predefine_AOI\":{}}");
    body.put("parameter_3dgs", "");

    // when
    JsonNode data = api.post("/open_model/models/reconstruction/start", body).path("data");

    // then
    assertThat(data.properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("model_2d", "model_3d");
    assertThat(data.at("/model_3d/status").asInt()).isEqualTo(12);
    assertThat(data.at("/model_3d/sub_error_code").asInt()).isZero();
    assertThat(api.model(data.at("/model_2d/uuid").asText()).path("model_type").asInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"2d, 4, 910003", "3d, 4, 910003", "3d, 5, 0", "3dgs, 9, 910003", "3dgs, 10, 0"})
  void shouldWantEnoughImages(String type, int images, int code) {
    start();
    assertThat(code(api.start(api.resourceOf(images), type))).isEqualTo(code);
  }

  @Test
  void shouldCountImagesOnly() {
    // given
    start();
    Map<String, byte[]> files = TestApi.photographs("A_", 4);
    files.put("flight.MRK", new byte[] {1});
    files.put("notes.txt", new byte[] {1});

    // then
    assertThat(code(api.start(api.resourceOf(files), "3d"))).isEqualTo(910003);
  }

  @ParameterizedTest
  @CsvSource({"THREE_D, 20000, false", "THREE_D, 20001, true", "GAUSSIAN_SPLATTING, 4001, true"})
  void shouldTakeOnlySoManyImages(ModelType type, int images, boolean refused) {
    // given
    SimulatorSettings settings = SimulatorSettings.defaults().withClock(clock);
    Resource resource = new Resource("r", "p");
    IntStream.range(0, images)
        .mapToObj(i -> new ResourceFile(i + ".jpg", "key", 1, Optional.empty()))
        .forEach(resource::add);
    StartRules rules = new StartRules(settings, new State());
    StartRequest request = new StartRequest("r", Set.of(type), false);
    Call call = new Call(Operation.START, "", "p", Map.of(), null, clock.instant());

    // when
    Throwable refusal = catchThrowable(() -> rules.check(resource, request, call));

    // then
    if (refused) {
      assertThat(refusal)
          .isInstanceOfSatisfying(
              Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.TOO_MANY_IMAGES));
    } else {
      assertThat(refusal).isNull();
    }
  }

  @Test
  void shouldWantTheWholeSetForLidar() {
    // given
    start();
    Map<String, byte[]> files = TestApi.photographs("A_", 5);
    List.of("IMU", "RTK", "RTB", "RTL", "RTS", "LDR", "CLC")
        .forEach(suffix -> files.put("scan." + suffix, new byte[] {1}));
    String resource = api.resourceOf(files);

    // when
    JsonNode incomplete = api.start(resource, "lidar");
    api.add(resource, Map.of("scan.CLI", new byte[] {1}));
    JsonNode complete = api.start(resource, "lidar");

    // then
    assertThat(code(incomplete)).isEqualTo(910011);
    assertThat(incomplete.path("message").asText()).contains("cli").doesNotContain("clc");
    assertThat(code(complete)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"STANDARD, 2", "PROFESSIONAL, 5", "ENTERPRISE, 10"})
  void shouldRunAsManyTasksAsTheEditionAllows(Edition edition, int allowed) {
    // given
    start(settings -> settings.withEdition(edition));
    String resource = api.resourceOf(5);

    // when
    for (int i = 0; i < allowed; i++) {
      api.started(resource, "3d");
    }

    // then
    assertThat(code(api.start(resource, "3d"))).isEqualTo(910001);
    assertThat(simulator.flightHub().running()).isEqualTo(allowed);
    clock.moveSeconds(22);
    assertThat(code(api.start(resource, "3d"))).isZero();
    assertThat(simulator.flightHub().peakRunning()).isEqualTo(allowed);
  }

  @Test
  void shouldNeverRunTooManyWhenStartedAtOnce() throws Exception {
    // given
    start();
    String resource = api.resourceOf(5);

    // when
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 24; i++) {
        threads.submit(() -> api.start(resource, "3d"));
      }
    }

    // then
    assertThat(simulator.flightHub().startedReconstructions()).isEqualTo(2);
    assertThat(simulator.flightHub().peakRunning()).isEqualTo(2);
    assertThat(simulator.flightHub().calls(Operation.START)).isEqualTo(24);
  }

  @ParameterizedTest
  @CsvSource({"true, 910001", "false, 0"})
  void shouldCountTypesAsSet(boolean separately, int code) {
    // given
    start(settings -> settings.withTypesCountSeparately(separately));
    String resource = api.resourceOf(10);

    // then
    assertThat(code(api.start(resource, "2d", "3d", "3dgs"))).isEqualTo(code);
  }

  @Test
  void shouldGiveImagesBackOnEveryFailureButNotOnSuccess() {
    // given
    start(
        settings ->
            settings
                .withQuota(40)
                .withEdition(Edition.ENTERPRISE)
                .withOutcome(ModelType.GAUSSIAN_SPLATTING, Outcome.noComputingResource(1)));
    simulator.outcomes().next(ModelType.TWO_D, Outcome.fail(2));
    String resource = api.resourceOf(10);
    api.started(resource, "2d");
    api.started(resource, "3dgs");
    String stopped = api.started(resource, "3d");
    api.started(resource, "3d");
    assertThat(simulator.flightHub().quotaUsed()).isEqualTo(40);
    assertThat(code(api.start(resource, "3d"))).isEqualTo(910002);

    // when
    assertThat(code(api.stop(stopped))).isZero();
    clock.moveSeconds(30);

    // then
    assertThat(simulator.flightHub().models())
        .extracting(SimulatedModel::status)
        .containsExactly(8, 13, 16, 15);
    assertThat(simulator.flightHub().quotaUsed()).isEqualTo(10);
    assertThat(code(api.start(resource, "2d", "3d"))).isZero();
  }

  @Test
  void shouldShowAPartialFailureInTheAnswer() {
    // given
    start(settings -> settings.withOutcome(ModelType.TWO_D, Outcome.refuse(4711)));

    // when
    JsonNode answer = api.start(api.resourceOf(5), "2d", "3d");

    // then
    assertThat(code(answer)).isZero();
    assertThat(answer.at("/data/model_2d/status").asInt()).isEqualTo(8);
    assertThat(answer.at("/data/model_2d/sub_error_code").asInt()).isEqualTo(4711);
    assertThat(answer.at("/data/model_3d/status").asInt()).isEqualTo(12);
  }
}
