package io.flighthubcamunda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that fail, answers that don't come, and how fast we may ask. */
class TransportTest {

  private static final StartReconstruction START =
      StartReconstruction.of(
          "r", Map.of(ReconstructionType.THREE_D, JsonNodeFactory.instance.objectNode()));

  /** What the server of the JDK takes for "nobody knows". */
  private static final long IN_CHUNKS = 0;

  private static final long HUGE = 100L << 20;
  private static final byte[] BLANKS = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);

  private static OpenModelApi impatient(URI uri) {
    return FlightHub.connect(
            TestConnection.to(
                uri, TestConnection.KEY, TestConnection.PROJECT, Duration.ofMillis(300)))
        .openModel();
  }

  @Test
  void shouldSayThatARequestWasNeverSentWhenNobodyListens() throws IOException {
    // given
    var nowhere = TestConnection.nowhere();
    var api = TestConnection.openModel(nowhere);

    // then
    assertThatThrownBy(() -> api.start(START))
        .isInstanceOf(FlightHubUnavailableException.class)
        .hasMessageContaining(
            nowhere.getAuthority() + " could not be reached (nobody listens there)");
  }

  @Test
  void shouldSayThatARequestWasNeverSentToAHostThatDoesNotExist() {
    // given
    var api = TestConnection.openModel(URI.create("http://flighthub.invalid"));

    // then
    assertThatThrownBy(() -> api.start(START))
        .isInstanceOf(FlightHubUnavailableException.class)
        .hasMessageContaining("flighthub.invalid could not be reached (its name is not known)")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("null", "()"));
  }

  @Test
  void shouldSayThatAnAnswerWasLostWhenTheConnectionDropsAfterAPost() {
    // given
    try (var server = RawServer.answering((exchange, raw) -> exchange.close())) {
      var api = TestConnection.openModel(server.uri());

      // then
      assertThatThrownBy(() -> api.start(START))
          .isInstanceOf(FlightHubAnswerLostException.class)
          .hasMessageContaining("gave no answer to POST");
      assertThat(server.asked()).hasSize(1);
      assertThatThrownBy(() -> api.deleteModel("m"))
          .isInstanceOf(FlightHubAnswerLostException.class);
      assertThat(server.asked()).hasSize(2);
      assertThatThrownBy(api::listRunning).isInstanceOf(FlightHubUnavailableException.class);
    }
  }

  @Test
  @Timeout(20)
  void shouldNotWaitForAnAnswerForEver() {
    // given
    try (var server = RawServer.answering((exchange, raw) -> raw.holdUntilClosed())) {
      var api = impatient(server.uri());

      // then
      assertThatThrownBy(api::listRunning).isInstanceOf(FlightHubUnavailableException.class);
      assertThatThrownBy(() -> api.start(START)).isInstanceOf(FlightHubAnswerLostException.class);
    }
  }

  @Test
  @Timeout(20)
  void shouldNotWaitForTheRestOfAnAnswerForEver() {
    // given
    try (var server =
        RawServer.answering(
            (exchange, raw) -> {
              exchange.sendResponseHeaders(200, 500);
              exchange.getResponseBody().write("{\"code\":0,".getBytes());
              exchange.getResponseBody().flush();
              raw.holdUntilClosed();
            })) {
      var api = impatient(server.uri());

      // then
      assertThatThrownBy(api::listRunning).isInstanceOf(FlightHubUnavailableException.class);
      assertThatThrownBy(() -> api.start(START)).isInstanceOf(FlightHubAnswerLostException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {IN_CHUNKS, HUGE})
  @Timeout(60)
  @WhatHappensWhen("FlightHub's answer is huge or nonsense")
  void shouldNotReadTheRestOfAHugeAnswer(long length) throws InterruptedException {
    // given
    var sent = new AtomicLong();
    var ended = new CountDownLatch(1);
    try (var server =
        RawServer.answering(
            (exchange, raw) -> {
              exchange.getResponseHeaders().set("Content-Type", "application/json");
              exchange.sendResponseHeaders(200, length);
              try {
                while (sent.get() < HUGE) {
                  exchange.getResponseBody().write(BLANKS);
                  sent.addAndGet(BLANKS.length);
                }
              } finally {
                ended.countDown();
              }
            })) {
      var api = TestConnection.openModel(server.uri());

      // then
      assertThatThrownBy(() -> api.getResource("r"))
          .isInstanceOf(FlightHubSetupException.class)
          .hasMessageContaining("FlightHub's answer to GET /open_model/resource/r")
          .hasMessageContaining("was not understood: it is larger than 8 MiB");
      ended.await();
      assertThat(sent.get()).isLessThan(HUGE / 2);
    }
  }

  @Test
  void shouldShareAConnectionBetweenCallsAndGiveEachStartItsOwn() {
    // given
    var connections = new ArrayList<InetSocketAddress>();
    try (var server =
        RawServer.answering(
            (exchange, raw) -> {
              connections.add(exchange.getRemoteAddress());
              RawServer.send(exchange, 200, Map.of(), "{\"code\":0}");
            })) {
      var api = TestConnection.openModel(server.uri());

      // when
      api.listRunning();
      api.start(START);
      api.start(START);
      api.deleteModel("m");

      // then
      assertThat(connections.getFirst()).isEqualTo(connections.getLast());
      assertThat(new HashSet<>(connections)).hasSize(3);
    }
  }

  @Test
  @Timeout(20)
  void shouldHearTheAnswerToAStartEvenWhenItsThreadIsInterrupted() throws Exception {
    // given
    try (var simulator = Simulator.start(SimulatorSettings.defaults())) {
      var api = TestConnection.openModel(simulator);
      simulator
          .faults()
          .next(
              io.flighthubcamunda.simulator.Operation.START,
              new Fault.DelayBeforeEffect(Duration.ofMillis(300)));
      var answers = new CopyOnWriteArrayList<Throwable>();
      var caller =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      api.start(START);
                    } catch (FlightHubException e) {
                      answers.add(e);
                    }
                  });
      Awaitility.await()
          .until(
              () ->
                  simulator.flightHub().calls(io.flighthubcamunda.simulator.Operation.START) == 1);

      // when
      caller.interrupt();

      // then
      Awaitility.await().until(() -> answers.size() == 1);
      assertThat(answers).first().isInstanceOf(FlightHubRefusalException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7, PT7S",
    "0, PT0S",
    "600, PT10M",
    "601, PT10M",
    "99999999999, PT10M",
  })
  void shouldKeepThePauseThatFlightHubAsksForWithinReason(String header, Duration pause) {
    assertThat(tooManyRequests(header).retryAfter()).contains(pause);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-3",
        "soon",
        "1.5",
        "999999999999999999999999999",
        "Mon, 01 Jan 2001 00:00:00 GMT",
        "Mon, 99 Foo 2001",
      })
  void shouldIgnoreAPauseThatMakesNoSense(String header) {
    assertThat(tooManyRequests(header).retryAfter()).isEmpty();
  }

  @Test
  void shouldUnderstandADateAsThePause() {
    // given
    var inAMinute =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(60));

    // then
    assertThat(tooManyRequests(inAMinute).retryAfter())
        .hasValueSatisfying(
            pause -> assertThat(pause).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60)));
  }

  @Test
  void shouldDoWithoutAPause() {
    try (var server = RawServer.answering(200, "{\"code\":210429,\"message\":\"slow down\"}")) {
      assertThatThrownBy(() -> TestConnection.openModel(server.uri()).start(START))
          .isInstanceOfSatisfying(
              FlightHubUnavailableException.class, e -> assertThat(e.retryAfter()).isEmpty());
    }
  }

  private static FlightHubUnavailableException tooManyRequests(String retryAfter) {
    try (var server =
        RawServer.answering(
            429,
            Map.of("Retry-After", retryAfter, "Content-Type", "application/json"),
            "{\"code\":210429,\"message\":\"slow down\"}")) {
      return catchThrowableOfType(
          FlightHubUnavailableException.class,
          () -> TestConnection.openModel(server.uri()).start(START));
    }
  }

  @Test
  void shouldNotAskFasterThanAllowedWhicheverPartAsks() throws Exception {
    // given
    var arrivals = new CopyOnWriteArrayList<Long>();
    try (var server =
            RawServer.answering(
                (exchange, raw) -> {
                  arrivals.add(System.nanoTime());
                  RawServer.send(exchange, 200, Map.of(), "{\"code\":0}");
                });
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var flightHub =
          FlightHub.connect(
              new FlightHubConnection(
                  server.uri(),
                  FlightHubConnection.V1_PREFIX,
                  new OrganizationKey("k"),
                  "p",
                  "en",
                  Duration.ofSeconds(5),
                  Duration.ofSeconds(5),
                  50,
                  2,
                  RefusalCodes.defaults()));

      // when
      for (int i = 0; i < 6; i++) {
        threads.submit(() -> flightHub.openModel().listRunning());
        threads.submit(() -> flightHub.organization().systemStatus());
      }
      threads.shutdown();

      // then
      Awaitility.await().until(() -> arrivals.size() == 12);
      assertNeverMoreThan(2, 50, List.copyOf(arrivals));
    }
  }

  /**
   * Ten calls wait for a token of 20 ms each: a machine can only make them later. The first calls
   * may be late themselves, so the whole span and not each gap is held against the rate.
   */
  private static void assertNeverMoreThan(int burst, int perSecond, List<Long> arrivals) {
    var sorted = arrivals.stream().sorted().toList();
    var waited = (sorted.size() - burst) * 1_000_000_000L / perSecond;
    assertThat(Duration.ofNanos(sorted.getLast() - sorted.getFirst()))
        .isGreaterThan(Duration.ofNanos(waited / 2));
  }
}
