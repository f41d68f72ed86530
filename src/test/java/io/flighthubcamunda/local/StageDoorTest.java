package io.flighthubcamunda.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageDoorTest {

  @Test
  void shouldAnswerWithWhatWasDone() throws Exception {
    // given
    try (var door = StageDoor.open(line -> Map.of("done", line))) {
      // when / then
      assertThat(post(door, "start Quarry 3d\n")).isEqualTo("{\"done\":\"start Quarry 3d\"}");
    }
  }

  @Test
  void shouldAnswerAFailureAndGoOn() throws Exception {
    // given
    try (var door =
        StageDoor.open(
            line -> {
              throw new IllegalArgumentException("There is no type " + line + ".");
            })) {
      // when / then
      assertThat(post(door, "4d")).isEqualTo("{\"error\":\"There is no type 4d.\"}");
      assertThat(post(door, "5d")).isEqualTo("{\"error\":\"There is no type 5d.\"}");
    }
  }

  private static String post(StageDoor door, String line) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(door.address()).POST(BodyPublishers.ofString(line)).build(),
              BodyHandlers.ofString())
          .body();
    }
  }
}
