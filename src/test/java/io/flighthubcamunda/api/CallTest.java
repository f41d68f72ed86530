package io.flighthubcamunda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire (fact sheet 1.1, 2.1 and 2.7). */
class CallTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RawServer server;
  private FlightHub flightHub;
  private OpenModelApi api;

  @BeforeEach
  void start() {
    server =
        RawServer.answering(
            200,
            """
            {"code":0,"data":{"access_key_id":"a","secret_access_key":"b","session_token":"c",
             "cloud_bucket_name":"d","callback_param":"e","store_path":"f/{fileName}",
             "end_point":"https://oss.example"}}
            """);
    flightHub = FlightHub.connect(TestConnection.to(server.uri()));
    api = flightHub.openModel();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private RawServer.Asked last() {
    return server.asked().getLast();
  }

  private JsonNode lastBody() throws IOException {
    return JSON.readTree(last().body());
  }

  private static UploadCallback callback() {
    return new UploadCallback(
        "r", "site 12", "b3BhcXVl", List.of(new UploadCallback.File("A 1.JPG", "\"9b2c\"")));
  }

  private static StartReconstruction reconstruction() {
    return StartReconstruction.of(
        "r", Map.of(ReconstructionType.THREE_D, JsonNodeFactory.instance.objectNode()));
  }

  private void callEverythingOfTheProject() {
    api.obtainToken();
    api.uploadCallback(callback());
    api.getResource("r");
    api.deleteResource("r");
    api.start(reconstruction());
    api.stop("m");
    api.listRunning();
    api.getModel("m");
    api.deleteModel("m");
  }

  @Test
  void shouldUseTheDocumentedMethodsAndPaths() {
    // when
    callEverythingOfTheProject();
    flightHub.organization().systemStatus();
    flightHub.organization().projects(2, 100);

    // then
    assertThat(server.asked())
        .extracting(asked -> asked.method() + " " + asked.target())
        .containsExactly(
            "POST /openapi/v0.1/open_model/stores/obtain_token",
            "POST /openapi/v0.1/open_model/stores/upload_callback",
            "GET /openapi/v0.1/open_model/resource/r",
            "DELETE /openapi/v0.1/open_model/resource/r",
            "POST /openapi/v0.1/open_model/models/reconstruction/start",
            "POST /openapi/v0.1/open_model/models/m/reconstruction/stop",
            "GET /openapi/v0.1/open_model/models/running",
            "GET /openapi/v0.1/open_model/models/m",
            "DELETE /openapi/v0.1/open_model/models/m",
            "GET /openapi/v0.1/system_status",
            "GET /openapi/v0.1/project?page=2&page_size=100&usage=simple");
  }

  @Test
  void shouldSendTheHeadersOfAProjectCall() {
    // when
    callEverythingOfTheProject();

    // then
    assertThat(server.asked())
        .allSatisfy(
            asked -> {
              assertThat(asked.headers().get("X-User-Token")).containsExactly(TestConnection.KEY);
              assertThat(asked.headers().get("X-Project-Uuid"))
                  .containsExactly(TestConnection.PROJECT);
              assertThat(asked.headers().get("X-Language")).containsExactly("en");
              assertThat(asked.headers().get("X-Request-Id"))
                  .singleElement()
                  .satisfies(id -> assertThat(UUID.fromString(id)).isNotNull());
              assertThat(asked.headers()).doesNotContainKey("Authorization");
              assertThat(asked.headers().get("Accept")).containsExactly("application/json");
            });
    assertThat(server.asked().stream().map(a -> a.headers().getFirst("X-Request-Id")))
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldNameNoProjectToTheOrganization() {
    // when
    flightHub.organization().systemStatus();
    flightHub.organization().projects(1, 20);

    // then
    assertThat(server.asked())
        .allSatisfy(asked -> assertThat(asked.headers()).doesNotContainKey("X-Project-Uuid"));
  }

  @Test
  void shouldSayJsonWhereThereIsABodyAndSendNoneWhereNoneIsDocumented() throws IOException {
    // when
    api.uploadCallback(callback());

    // then
    assertThat(last().headers().get("Content-Type")).containsExactly("application/json");
    assertThat(lastBody())
        .isEqualTo(
            JSON.readTree(
                """
                {"resource_uuid":"r","resource_name":"site 12","callback_param":"b3BhcXVl",
                 "files":[{"name":"A 1.JPG","etag":"\\"9b2c\\""}]}
                """));
    api.obtainToken();
    assertThat(last().body()).isEmpty();
    api.stop("m");
    assertThat(last().body()).isEmpty();
    assertThat(last().headers()).doesNotContainKey("Content-Type");
  }

  @Test
  void shouldSendUmlautsAsUtf8() throws IOException {
    // when
    api.uploadCallback(
        new UploadCallback("r", "Südhang", "p", List.of(new UploadCallback.File("Ä+%#.JPG", "e"))));

    // then
    assertThat(new String(last().body(), StandardCharsets.UTF_8)).contains("Südhang", "Ä+%#.JPG");
  }

  @Test
  void shouldSendParametersAsJsonInAString() throws IOException {
    // given
    var plain = JSON.readTree("{\"quality_level\":2,\"name\":\"a \\\"b\\\"\"}");
    var wrapped = JSON.readTree("{\"parameter\":{\"map_mode\":1},\"export_parameter\":{}}");

    // when
    api.start(
        StartReconstruction.of(
            "r",
            Map.of(
                ReconstructionType.THREE_D, plain.deepCopy(),
                ReconstructionType.TWO_D, wrapped.deepCopy())));

    // then
    var body = lastBody();
    assertThat(body.path("parameter_3d").isTextual()).isTrue();
    assertThat(JSON.readTree(body.path("parameter_3d").asText()))
        .isEqualTo(JSON.createObjectNode().set("parameter", plain));
    assertThat(JSON.readTree(body.path("parameter_2d").asText())).isEqualTo(wrapped);
    assertThat(body.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "resource_uuid", "parameter_2d", "parameter_3d", "delete_resource_if_finish");
    assertThat(body.path("delete_resource_if_finish").asBoolean(true)).isFalse();
  }

  @Test
  void shouldUseTheParameterFieldOfEachType() throws IOException {
    for (var type : ReconstructionType.values()) {
      // when
      api.start(StartReconstruction.of("r", Map.of(type, JsonNodeFactory.instance.objectNode())));

      // then
      assertThat(lastBody().path("parameter_" + type.label()).asText())
          .isEqualTo("{\"parameter\":{}}");
    }
  }

  @Test
  void shouldRefuseAStartOfNothingAndARegistrationOfNoneOrTooMany() {
    var file = new UploadCallback.File("a", "e");
    assertThatThrownBy(() -> StartReconstruction.of("r", Map.of()))
        .hasMessageContaining("at least one type");
    assertThatThrownBy(() -> new UploadCallback("r", "n", "p", List.of()))
        .hasMessageContaining("1 to 100 files, not 0");
    assertThatThrownBy(
            () ->
                new UploadCallback("r", "n", "p", Stream.generate(() -> file).limit(101).toList()))
        .hasMessageContaining("1 to 100 files, not 101");
  }

  @ParameterizedTest
  @CsvSource({"a/../b", "a b", "ä", "a?b=c", "a#b", "a%2Fb"})
  void shouldKeepAnOddUuidInsideItsPlaceInThePath(String uuid) {
    // when
    api.getModel(uuid);

    // then
    var path = last().target();
    assertThat(path).startsWith("/openapi/v0.1/open_model/models/").doesNotContain("?", "#");
    assertThat(path.substring("/openapi/v0.1/open_model/models/".length())).doesNotContain("/");
  }

  @Test
  void shouldTakeABaseUrlWithASlashAtItsEnd() {
    // when
    TestConnection.openModel(URI.create(server.uri() + "/")).listRunning();

    // then
    assertThat(last().target()).isEqualTo("/openapi/v0.1/open_model/models/running");
  }

  @ParameterizedTest
  @ValueSource(strings = {"flighthub.example", "ftp://flighthub.example", "https:///path", "/x"})
  void shouldRefuseABaseUrlThatIsNone(String url) {
    assertThatThrownBy(
            () -> FlightHubConnection.of(URI.create(url), new OrganizationKey("k"), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("flighthub.base-url must be an http or https address")
        .hasMessageContaining(url);
  }

  @Test
  void shouldRefuseAMissingBaseUrlAndARateOfZero() {
    assertThatThrownBy(() -> FlightHubConnection.of(null, new OrganizationKey("k"), null))
        .hasMessageContaining("is not set");
    assertThatThrownBy(
            () ->
                new FlightHubConnection(
                    server.uri(),
                    FlightHubConnection.V1_PREFIX,
                    new OrganizationKey("k"),
                    null,
                    "en",
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    0,
                    1,
                    RefusalCodes.defaults()))
        .hasMessageContaining("flighthub.rate-limit");
  }
}
