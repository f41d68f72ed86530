package io.flighthubcamunda.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.worker.instance.ResourceUuids;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewResourceTest {

  private static final long KEY = 2_251_799_813_685_249L;
  private static final String UNKNOWN = "{\"code\":200404,\"message\":\"not found\"}";

  private final ResourceUuids uuids = new ResourceUuids("north");

  @ParameterizedTest
  @ValueSource(strings = {UNKNOWN, "{\"code\":299999,\"message\":\"no such thing\"}"})
  void shouldBeToldByTheKeyOfItsInstance(String answer) {
    // given
    try (var server = RawServer.answering(200, answer)) {

      // when
      var uuid = newResource(server).uuidFor("reconstruct-images", KEY);

      // then
      assertThat(uuids.instanceOf(uuid)).hasValue(KEY);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void shouldNotTakeOverAResourceThatAnEarlierEngineLeftBehind(int status) {
    // given an engine that was set up anew, so that it counts its keys once more
    var answer = "{\"code\":0,\"data\":{\"resource_uuid\":\"r\",\"status\":%d}}".formatted(status);
    try (var server = RawServer.answering(200, answer)) {

      // when
      var uuid = newResource(server).uuidFor("reconstruct-images", KEY);

      // then
      assertThat(UUID.fromString(uuid)).hasToString(uuid);
      assertThat(uuids.instanceOf(uuid)).isEmpty();
    }
  }

  @Test
  void shouldBeAnotherOneEachTimeInAProcessOfSomebodyElse() {
    // given a process that may check several image sets in one instance
    try (var server = RawServer.answering(200, UNKNOWN)) {
      var resource = newResource(server);

      // when
      var first = resource.uuidFor("weekly-survey", KEY);
      var second = resource.uuidFor("weekly-survey", KEY);

      // then
      assertThat(first).isNotEqualTo(second);
      assertThat(uuids.instanceOf(first)).isEmpty();
    }
  }

  private NewResource newResource(RawServer server) {
    return new NewResource(uuids, TestConnection.openModel(server.uri()));
  }
}
