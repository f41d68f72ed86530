package io.flighthubcamunda.worker.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.api.ModelDetails;
import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.schedule.SlotCount;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RunningModelsViewTest {

  private final SlotCount slots = new SlotCount(5, true);
  private Instant now = Instant.parse("2026-06-01T08:00:00Z");

  @Test
  void shouldCountForeignModelsAndThoseOfAnUnknownStatus() {
    // given
    try (var flightHub =
        listing(
            """
            [{"model_uuid": "a", "resource_uuid": "of the web UI", "model_type": 2,
              "model_status": 14},
             {"model_uuid": "b", "model_status": 77, "model_type": 9,
              "reconstruction_progress": -5},
             {"model_uuid": "c", "model_status": 15, "zip_status": 1}]
            """)) {

      // when
      var seen = view(flightHub).look();

      // then
      assertThat(seen.map(slots::free)).contains(3);
    }
  }

  @Test
  void shouldCountModelsOfWhichNothingIsKnown() {
    // given
    try (var flightHub =
        listing(
            """
            [null, {}, {"model_uuid": null, "resource_uuid": null, "model_status": null}]
            """)) {

      // when
      var seen = view(flightHub).look();

      // then
      assertThat(seen.map(slots::free)).contains(3);
    }
  }

  @Test
  void shouldTakeNullForAnEmptyList() {
    try (var flightHub = listing("null")) {
      assertThat(view(flightHub).look().map(slots::free)).contains(5);
    }
  }

  @Test
  void shouldKnowNothingWhereTheListIsNotOffered() {
    // given
    try (var flightHub = RawServer.answering(404, "{}")) {
      var view = view(flightHub);

      // when
      var seen = view.look();

      // then
      assertThat(seen).isEmpty();
      assertThat(view.lastSeen()).isEmpty();
    }
  }

  @Test
  void shouldCorrectALaggingListByWhatThisWorkerSaw() {
    // given
    try (var flightHub = listing("[{\"model_uuid\": \"a\", \"model_status\": 14}]")) {
      var view = view(flightHub);
      view.look();

      // when
      view.started(new ModelDetails("r", "b", 2, 12, 0, 0, 0, 0, 0, ""));

      // then
      assertThat(view.lastSeen().map(slots::free)).contains(3);

      // when
      view.ended("a");

      // then
      assertThat(view.look().map(slots::free)).contains(4);
      assertThat(flightHub.asked()).hasSize(2);

      // when
      view.ended("b");

      // then
      assertThat(view.lastSeen().map(slots::free)).contains(5);
    }
  }

  @Test
  void shouldTrustTheListAfterItsGrace() {
    // given
    try (var flightHub = listing("[{\"model_uuid\": \"a\", \"model_status\": 14}]")) {
      var view = view(flightHub);
      view.started(new ModelDetails("r", "b", 2, 12, 0, 0, 0, 0, 0, ""));
      view.ended("a");

      // when
      now = now.plus(Duration.ofSeconds(31));

      // then
      assertThat(view.look().orElseThrow())
          .extracting(ModelDetails::modelUuid)
          .containsExactly("a");
    }
  }

  @Test
  void shouldShareALookBetweenStartsThatFollowEachOther() {
    // given
    try (var flightHub = listing("[{\"model_uuid\": \"a\", \"model_status\": 14}]")) {
      var view = view(flightHub);

      // when
      view.recentLook();
      view.started(new ModelDetails("r", "b", 2, 12, 0, 0, 0, 0, 0, ""));
      now = now.plus(Duration.ofMillis(499));

      // then
      assertThat(view.recentLook().map(slots::free)).contains(3);
      assertThat(flightHub.asked()).hasSize(1);

      // when
      now = now.plus(Duration.ofMillis(1));
      view.recentLook();

      // then
      assertThat(flightHub.asked()).hasSize(2);

      // when
      now = now.minus(Duration.ofMinutes(1));
      view.recentLook();

      // then
      assertThat(flightHub.asked()).hasSize(3);
    }
  }

  @Test
  void shouldCountWhatWasStartedSinceALookThatStillServesHoweverShortTheGrace() {
    // given
    try (var flightHub = listing("[{\"model_uuid\": \"a\", \"model_status\": 14}]")) {
      var view = view(flightHub, "0s");
      view.recentLook();

      // when
      view.started(new ModelDetails("r", "b", 2, 12, 0, 0, 0, 0, 0, ""));
      now = now.plus(Duration.ofMillis(499));

      // then
      assertThat(view.recentLook().map(slots::free)).contains(3);
      assertThat(flightHub.asked()).hasSize(1);
    }
  }

  private RunningModelsView view(RawServer flightHub) {
    return view(flightHub, "30s");
  }

  private RunningModelsView view(RawServer flightHub, String listGrace) {
    var settings =
        new Binder(
                new MapConfigurationPropertySource(
                    Map.of("flighthub.admission.list-grace", listGrace)))
            .bindOrCreate("flighthub", FlightHubProperties.class);
    return new RunningModelsView(TestConnection.openModel(flightHub.uri()), () -> now, settings);
  }

  private static RawServer listing(String list) {
    return RawServer.answering(
        200, "{\"code\": 0, \"message\": \"\", \"data\": {\"list\": %s}}".formatted(list));
  }
}
