package io.flighthubcamunda.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.worker.instance.OperateLogin;
import io.flighthubcamunda.worker.instance.OperateSearch;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a reconstruction whose connection to the engine is lost, as Operate shows it. */
@Timeout(30)
class EndSearchTest {

  private static final String RESOURCE = "5f1c7a1e-0000-4000-8000-000000000001";
  private static final long KEY = 2_251_799_813_685_249L;
  private static final Duration DAYS = Duration.ofDays(2);
  private static final Duration AT_ONCE = Duration.ofMillis(30);

  private static final StatusRuntimeException LOST =
      Status.UNAVAILABLE.withDescription("the gateway went away").asRuntimeException();

  private static final Map<String, Object> READY =
      Map.of("outcome", "ready", "results", List.of(Map.of("type", "3d", "file", "3d.zip")));

  private final JsonMapper json = new JsonMapper();
  private final AtomicInteger looks = new AtomicInteger();

  /** What Operate answers to the nth look, from 1 on. */
  private interface Operate {
    Shown at(int look);
  }

  /**
   * @param status of HTTP
   * @param state of the instance; empty where there is none
   */
  private record Shown(int status, String state, Map<String, Object> variables) {

    private static final Shown NOTHING = new Shown(200, "", Map.of());
    private static final Shown AWAY = new Shown(503, "", Map.of());

    static Shown instance(String state, Map<String, Object> variables) {
      return new Shown(200, state, variables);
    }
  }

  @Test
  void shouldGoOnUntilTheInstanceEnds() throws Exception {
    // when
    var end = await(look -> Shown.instance(look < 30 ? "ACTIVE" : "COMPLETED", READY), DAYS).get();

    // then
    assertThat(end.ready()).isTrue();
    assertThat(end.results()).singleElement().satisfies(r -> assertThat(r.type()).isEqualTo("3d"));
    assertThat(looks).hasValue(30);
  }

  @Test
  void shouldWaitForVariablesThatCameLaterThanTheEnd() throws Exception {
    // when
    var end = await(look -> Shown.instance("COMPLETED", look < 3 ? Map.of() : READY), DAYS).get();

    // then
    assertThat(end.ready()).isTrue();
  }

  @Test
  void shouldGoOnWhileTheWholeClusterRestarts() throws Exception {
    // when
    var end =
        await(look -> look < 10 ? Shown.AWAY : Shown.instance("COMPLETED", READY), DAYS).get();

    // then
    assertThat(end.ready()).isTrue();
  }

  @Test
  void shouldFindAnInstanceThatTheStoreLearnsOfLater() throws Exception {
    // when the connection broke as soon as it was started
    var end =
        await(look -> look < 4 ? Shown.NOTHING : Shown.instance("COMPLETED", READY), AT_ONCE).get();

    // then
    assertThat(end.ready()).isTrue();
  }

  @Test
  void shouldSayThatTheInstanceWasCancelled() {
    assertThatThrownBy(() -> await(look -> Shown.instance("CANCELED", Map.of()), DAYS).get())
        .hasMessageContaining("The instance %d was cancelled in Camunda.".formatted(KEY));
  }

  @Test
  void shouldFailAsTheStartDidWhenNothingWasStarted() {
    assertThatThrownBy(() -> await(look -> Shown.NOTHING, DAYS).get()).hasRootCause(LOST);
  }

  @Test
  void shouldSayThatItGoesOnWhereNothingCanBeSearched() {
    assertThatThrownBy(() -> await(look -> Shown.AWAY, DAYS).get())
        .satisfies(
            failure ->
                assertThat(Sentence.of(failure))
                    .contains("The connection to Camunda was lost.", "goes on", "HTTP 503")
                    .contains("flighthub.operate"));
  }

  @Test
  void shouldFailAtOnceAsTheStartDidWhereNothingCanBeSearchedEither() {
    // when
    var end = await(look -> Shown.AWAY, AT_ONCE);

    // then
    assertThatThrownBy(end::get).hasRootCause(LOST);
    assertThat(looks).hasValue(1);
  }

  private CompletableFuture<ReconstructionEnd> await(Operate operate, Duration after) {
    var server =
        RawServer.answering(
            (exchange, itself) -> {
              var asked = itself.asked().getLast();
              var filter = json.readTree(asked.body()).path("filter");
              if (filter.has("value")) {
                looks.incrementAndGet();
                assertThat(filter.path("value").asText()).isEqualTo("\"" + RESOURCE + "\"");
              }
              var shown = operate.at(looks.get());
              RawServer.send(
                  exchange,
                  shown.status(),
                  Map.of("Content-Type", "application/json"),
                  json.writeValueAsString(
                      Map.of("items", items(asked.target(), filter.has("value"), shown))));
            });
    var search = new OperateSearch(new OperateLogin(server.uri(), "demo", "demo"));
    return new EndSearch<>(search, Reconstruction.PROCESS, RESOURCE, Duration.ofMillis(1))
        .await(LOST, after)
        .whenComplete((end, failure) -> server.close());
  }

  private List<?> items(String target, boolean byValue, Shown shown) throws java.io.IOException {
    if (shown.state().isEmpty()) {
      return List.of();
    }
    if (target.contains("process-instances")) {
      return List.of(
          Map.of("key", KEY, "bpmnProcessId", "reconstruct-images", "state", shown.state()));
    }
    if (byValue) {
      return List.of(Map.of("processInstanceKey", KEY));
    }
    var variables = new java.util.ArrayList<Map<String, Object>>();
    for (var variable : shown.variables().entrySet()) {
      variables.add(
          Map.of("name", variable.getKey(), "value", json.writeValueAsString(variable.getValue())));
    }
    return variables;
  }
}
