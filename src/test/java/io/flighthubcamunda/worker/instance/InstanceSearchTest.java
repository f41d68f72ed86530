package io.flighthubcamunda.worker.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.api.TestConnection;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is asked over the wire, and what is made of the answers. */
class InstanceSearchTest {

  private static final long KEY = 2_251_799_813_685_249L;
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  @Test
  void shouldFindByVariableWithTheClustersApi() throws IOException {
    // given
    try (var server = cluster();
        var engine = client(server.uri())) {

      // when
      var found = new ClusterSearch(engine).withVariable("imageSetName", "Quarry \"north\"");

      // then
      assertThat(found)
          .containsExactly(
              new FoundInstance(
                  KEY,
                  "reconstruct-images",
                  FoundInstance.State.CANCELLED,
                  Instant.parse("2026-11-28T10:00:00Z")));
      var asked = body(server, 0).path("filter");
      assertThat(asked.findValuesAsText("$eq"))
          .contains("imageSetName", "\"Quarry \\\"north\\\"\"");
    }
  }

  @Test
  void shouldReadVariablesWithTheClustersApi() throws IOException {
    // given
    try (var server = cluster();
        var engine = client(server.uri())) {

      // when
      var variables = new ClusterSearch(engine).variables(KEY, Set.of("imageSetName"));

      // then
      assertThat(variables.get("imageSetName").asText()).isEqualTo("Quarry");
    }
  }

  @Test
  void shouldLogInToOperateOnceAndPassItsTokenOn() throws IOException {
    // given
    try (var server = operate()) {
      var search = new OperateSearch(new OperateLogin(server.uri(), "ann", "p&q"));

      // when
      var found = search.find(KEY);
      search.cancelled();

      // then
      assertThat(found.orElseThrow().state()).isEqualTo(FoundInstance.State.CANCELLED);
      assertThat(found.orElseThrow().startedAt()).isEqualTo(Instant.parse("2026-11-28T10:00:00Z"));
      assertThat(server.asked())
          .extracting(RawServer.Asked::target)
          .containsExactly(
              "/v1/process-instances/search",
              "/api/login",
              "/v1/process-instances/search",
              "/v1/process-instances/search");
      assertThat(new String(server.asked().get(1).body(), StandardCharsets.UTF_8))
          .isEqualTo("username=ann&password=p%26q");
      assertThat(body(server, 3).path("filter").path("state").asText()).isEqualTo("CANCELED");
    }
  }

  @Test
  void shouldFindByVariableInOperate() throws IOException {
    // given
    try (var server = operate()) {
      var search = new OperateSearch(new OperateLogin(server.uri(), "demo", "demo"));

      // when
      var found = search.withVariable("imageSetName", "Quarry");

      // then
      assertThat(found).extracting(FoundInstance::key).containsExactly(KEY);
      assertThat(body(server, 2).path("filter").path("value").asText()).isEqualTo("\"Quarry\"");
    }
  }

  @Test
  void shouldLeaveOutAVariableThatIsCutOff() {
    // given
    try (var server =
        RawServer.answering(
            200, "{\"items\":[{\"name\":\"models\",\"value\":\"[{\\\"type\\\":\\\"3d\"}]}")) {
      var search = new OperateSearch(new OperateLogin(server.uri(), "demo", "demo"));

      // then
      assertThat(search.variables(KEY, Set.of("models"))).isEmpty();
    }
  }

  @Test
  void shouldSayWhatToSetWhereNothingCanBeSearched() throws IOException {
    // given a Camunda before 8.8, and one that is not there
    try (var server = RawServer.answering(404, "{\"error\":\"Not Found\"}");
        var old = client(server.uri());
        var away = client(TestConnection.nowhere())) {

      // then
      assertThatThrownBy(() -> new ClusterSearch(old).find(KEY))
          .isInstanceOf(SearchUnavailableException.class)
          .hasMessageContaining("HTTP 404")
          .hasMessageContaining("flighthub.operate");
      assertThatThrownBy(() -> new ClusterSearch(away).cancelled())
          .isInstanceOf(SearchUnavailableException.class);
    }
  }

  @Test
  void shouldNotTellThePassword() {
    try (var server = RawServer.answering(401, "")) {
      var login = new OperateLogin(server.uri(), "demo", "sesame");

      // then
      assertThat(login.toString()).doesNotContain("sesame");
      assertThatThrownBy(() -> new OperateSearch(login).cancelled())
          .isInstanceOf(SearchUnavailableException.class)
          .hasMessageContaining("HTTP 401")
          .hasMessageNotContaining("sesame");
    }
  }

  private static CamundaClient client(URI rest) {
    return CamundaClient.newClientBuilder().restAddress(rest).build();
  }

  private static RawServer cluster() {
    var page = "\"page\":{\"totalItems\":1}";
    return RawServer.answering(
        (exchange, server) ->
            RawServer.send(
                exchange,
                200,
                JSON,
                exchange.getRequestURI().getPath().startsWith("/v2/variables")
                    ? "{%s,\"items\":[{\"name\":\"imageSetName\",\"value\":\"\\\"Quarry\\\"\",\"processInstanceKey\":\"%d\"}]}"
                        .formatted(page, KEY)
                    : "{%s,\"items\":[{\"processInstanceKey\":\"%d\",\"processDefinitionId\":\"reconstruct-images\",\"state\":\"TERMINATED\",\"startDate\":\"2026-11-28T10:00:00.000Z\"}]}"
                        .formatted(page, KEY)));
  }

  /** Lets in whoever has its cookie and its token. */
  private static RawServer operate() {
    return RawServer.answering(
        (exchange, server) -> {
          var path = exchange.getRequestURI().getPath();
          var headers = exchange.getRequestHeaders();
          if (path.equals("/api/login")) {
            RawServer.send(
                exchange,
                204,
                Map.of("Set-Cookie", "OPERATE-SESSION=7; Path=/", "X-CSRF-TOKEN", "forged-not"),
                "");
          } else if (!String.valueOf(headers.getFirst("Cookie")).contains("OPERATE-SESSION=7")
              || !"forged-not".equals(headers.getFirst("X-CSRF-TOKEN"))) {
            RawServer.send(exchange, 401, JSON, "{}");
          } else if (path.equals("/v1/variables/search")) {
            RawServer.send(
                exchange,
                200,
                JSON,
                "{\"items\":[{\"name\":\"imageSetName\",\"processInstanceKey\":%1$d},{\"name\":\"imageSetName\",\"processInstanceKey\":%1$d}]}"
                    .formatted(KEY));
          } else {
            RawServer.send(
                exchange,
                200,
                JSON,
                "{\"items\":[{\"key\":%d,\"bpmnProcessId\":\"reconstruct-images\",\"state\":\"CANCELED\",\"startDate\":\"2026-11-28T10:00:00.000+0000\"}]}"
                    .formatted(KEY));
          }
        });
  }

  private static JsonNode body(RawServer server, int call) throws IOException {
    return new ObjectMapper().readTree(server.asked().get(call).body());
  }
}
