package io.flighthubcamunda.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest extends SimulatorFixture {

  private static final String RUNNING = "/openapi/v0.1/open_model/models/running";

  @BeforeEach
  void startSimulator() {
    start(settings -> settings.withProjectCount(23));
  }

  @Test
  void shouldAnswerAsObservedWithoutToken() throws Exception {
    // given
    Map<String, String> headers = api.headers();
    headers.remove("X-User-Token");

    // when
    HttpResponse<String> response = api.send("GET", RUNNING, "", headers);

    // then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(new ObjectMapper().readTree(response.body()))
        .isEqualTo(
            new ObjectMapper()
                .readTree("{\"code\":200401,\"message\":\"X-User-Token not found or empty\"}"));
  }

  @ParameterizedTest
  @CsvSource({
    "X-User-Token, wrong, 200401",
    "X-Request-Id, '', 200101",
    "X-Request-Id, 17, 200101",
    "X-Language, '', 200101",
    "X-Language, de, 200101",
    "X-Project-Uuid, '', 200610",
    "X-Project-Uuid, 3f0d2a34-58a1-4c75-9a3b-b7a8ae41d1c5, 210104"
  })
  void shouldRefuseABadHeader(String name, String value, int code) throws Exception {
    // given
    Map<String, String> headers = api.headers();
    headers.remove(name);
    if (!value.isEmpty()) {
      headers.put(name, value);
    }

    // when
    HttpResponse<String> response = api.send("GET", RUNNING, "", headers);

    // then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(new ObjectMapper().readTree(response.body()).path("code").asInt()).isEqualTo(code);
  }

  @Test
  void shouldRefuseARequestIdThatWasUsedBefore() throws Exception {
    // given
    Map<String, String> headers = api.headers();
    api.send("GET", RUNNING, "", headers);

    // when
    HttpResponse<String> again = api.send("GET", RUNNING, "", headers);

    // then
    assertThat(again.body()).contains("910009");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/openapi/v0.1/open_model/nothing",
        "/openapi/v0.1/open_model/models/a/b/c",
        "/openapi/v0.1/open_model/models/",
        "/openapi/v0.1/model/download-url/1",
        "/openapi/v9/system_status",
        "/"
      })
  void shouldAnswerNotFoundForAnUnknownPathEvenWithoutHeaders(String path) throws Exception {
    assertThat(api.send("GET", path, "", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldAnswerNotFoundForAnUnknownMethod() throws Exception {
    assertThat(api.send("PUT", RUNNING, "{}", api.headers()).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldAnswerTheSameBelowTheSecondPrefix() throws Exception {
    assertThat(api.send("GET", RUNNING.replace("v0.1", "v2.0"), "", api.headers()).body())
        .isEqualTo(api.send("GET", RUNNING, "", api.headers()).body())
        .contains("\"code\":0");
  }

  @Test
  void shouldAnswerSystemStatusWithoutDataAndWithoutProject() throws Exception {
    // given
    Map<String, String> headers = api.headers();
    headers.remove("X-Project-Uuid");

    // when
    HttpResponse<String> response = api.send("GET", "/openapi/v0.1/system_status", "", headers);

    // then
    assertThat(response.body()).isEqualTo("{\"code\":0,\"message\":\"\"}");
  }

  @Test
  void shouldListProjectsPageByPage() {
    // when
    Set<String> uuids = new HashSet<>();
    for (int page = 1; page <= 3; page++) {
      JsonNode data = api.get("/project?page=%d&page_size=10".formatted(page)).path("data");
      assertThat(data.at("/pagination/total").asInt()).isEqualTo(23);
      data.path("list").forEach(project -> uuids.add(project.path("uuid").asText()));
    }

    // then
    assertThat(uuids).hasSize(23).contains(simulator.settings().access().projectUuid());
    assertThat(api.get("/project?page=4&page_size=10").at("/data/list")).isEmpty();
    assertThat(api.get("/project?page=0").path("code").asInt()).isEqualTo(200101);
  }

  @Test
  void shouldKeepProjectsApart() throws Exception {
    // given
    String resource = api.resourceOf(5);
    Map<String, String> headers = api.headers();
    headers.put("X-Project-Uuid", api.get("/project").at("/data/list/1/uuid").asText());

    // when
    HttpResponse<String> response =
        api.send("GET", "/openapi/v0.1/open_model/resource/" + resource, "", headers);

    // then
    assertThat(response.body()).contains("200404");
  }

  @Test
  void shouldRefuseABodyThatIsNoJsonObject() {
    for (String body : new String[] {"{", "[]", "7"}) {
      assertThat(api.call("POST", "/open_model/stores/upload_callback", body).path("code").asInt())
          .isEqualTo(200101);
    }
  }

  @Test
  void shouldSayThatAnUnknownUuidIsNotFound() {
    String unknown = UUID.randomUUID().toString();
    assertThat(api.resource(unknown).path("code").asInt()).isEqualTo(200404);
    assertThat(api.delete("/open_model/resource/" + unknown).path("code").asInt())
        .isEqualTo(200404);
    assertThat(api.get("/open_model/models/" + unknown).path("code").asInt()).isEqualTo(200404);
    assertThat(api.delete("/open_model/models/" + unknown).path("code").asInt()).isEqualTo(200404);
    assertThat(api.stop(unknown).path("code").asInt()).isEqualTo(200404);
    assertThat(api.start(unknown, "3d").path("code").asInt()).isEqualTo(200404);
  }
}
