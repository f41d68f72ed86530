package io.flighthubcamunda.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.api.RawServer.Asked;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineRestTest {

  private static final String ASSIGNMENT = "/v2/user-tasks/2251799813685337/assignment";

  private final HttpClient tasklist = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    tasklist.close();
  }

  @Test
  void shouldLetTasklistAssignATaskAlthoughCamundaWantsALogin() throws Exception {
    // given
    try (var camunda = RawServer.answering((exchange, server) -> letInWithCookie(exchange));
        var rest = EngineRest.open(camunda.uri())) {
      // when
      var answer = post(rest.address().resolve(ASSIGNMENT), "{\"assignee\":\"démo\"}");

      // then
      assertThat(answer.statusCode()).isEqualTo(204);
      assertThat(camunda.asked())
          .extracting(Asked::target)
          .containsExactly(ASSIGNMENT, "/api/login?username=demo&password=demo", ASSIGNMENT);
      var passed = camunda.asked().getLast();
      assertThat(passed.method()).isEqualTo("POST");
      assertThat(passed.headers().getFirst("Content-Type")).isEqualTo("application/json");
      assertThat(new String(passed.body(), StandardCharsets.UTF_8))
          .isEqualTo("{\"assignee\":\"démo\"}");
    }
  }

  @Test
  void shouldPassOnWhatTheEngineRefuses() throws Exception {
    // given
    var problem = "{\"status\":404,\"detail\":\"no such user task\"}";
    try (var camunda =
            RawServer.answering(404, Map.of("Content-Type", "application/problem+json"), problem);
        var rest = EngineRest.open(camunda.uri())) {
      // when
      var answer = post(rest.address().resolve(ASSIGNMENT), "{}");

      // then
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.body()).isEqualTo(problem);
    }
  }

  @Test
  void shouldPassOnNothingButTheApi() throws Exception {
    // given
    try (var camunda = RawServer.answering(200, "{}");
        var rest = EngineRest.open(camunda.uri())) {
      // when
      var answer = post(rest.address().resolve("/api/logout"), "");

      // then
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(camunda.asked()).isEmpty();
    }
  }

  @Test
  void shouldSayThatCamundaDoesNotAnswer() throws Exception {
    // given
    URI nobody;
    try (var closed = RawServer.answering(200, "{}")) {
      nobody = closed.uri();
    }
    try (var rest = EngineRest.open(nobody)) {
      // when
      var answer = post(rest.address().resolve(ASSIGNMENT), "{}");

      // then
      assertThat(answer.statusCode()).isEqualTo(502);
    }
  }

  private static void letInWithCookie(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().equals("/api/login")) {
      RawServer.send(exchange, 204, Map.of("Set-Cookie", "SESSION=known; Path=/"), "");
      return;
    }
    var cookie = exchange.getRequestHeaders().getFirst("Cookie");
    RawServer.send(exchange, "SESSION=known".equals(cookie) ? 204 : 401, Map.of(), "");
  }

  private HttpResponse<String> post(URI address, String body) throws Exception {
    return tasklist.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
