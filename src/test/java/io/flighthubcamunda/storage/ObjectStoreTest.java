package io.flighthubcamunda.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.flighthubcamunda.SharedByTests;
import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import io.flighthubcamunda.storage.StorageException.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ObjectStoreTest {

  private static final byte[] CONTENT = "photograph".getBytes(StandardCharsets.UTF_8);

  private static String put(ObjectStore store, String name) {
    return store.put(name, new BytesContent(CONTENT), ChunkObserver.NONE);
  }

  private static RawServer store(String etag) {
    return RawServer.answering(200, Map.of("ETag", etag), "");
  }

  private static StorageException refusedBy(RawServer server, StorageSettings settings) {
    var store = ObjectStore.of(TestCredential.at(server.uri()), StoreConnections.open(settings));

    return catchThrowableOfType(StorageException.class, () -> put(store, "A.JPG"));
  }

  private static String everythingSaidBy(Throwable e) {
    var text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"9b2cf535f27731c974343645a3985328\"", "9b2cf535f27731c9", "\"a-3\""})
  void shouldGiveTheETagAsTheStoreDoes(String etag) {
    try (var server = store(etag)) {
      var store = ObjectStore.of(TestCredential.at(server.uri()), TestCredential.connections());

      assertThat(put(store, "A.JPG")).isEqualTo(etag);
    }
  }

  @Test
  void shouldSendPlainBytesThatEveryStoreUnderstands() {
    // given
    try (var server = store("\"e\"")) {
      var store = ObjectStore.of(TestCredential.at(server.uri()), TestCredential.connections());

      // when
      put(store, "A.JPG");

      // then
      var asked = server.asked().getFirst();
      assertThat(asked.method()).isEqualTo("PUT");
      assertThat(asked.target()).isEqualTo("/photos/project/tmp/1/A.JPG");
      assertThat(asked.body()).isEqualTo(CONTENT);
      assertThat(asked.headers().getFirst("Content-Length")).isEqualTo("10");
      assertThat(asked.headers().getFirst("x-amz-security-token"))
          .isEqualTo(TestCredential.SESSION);
      assertThat(asked.headers().getFirst("Authorization"))
          .contains("STS.key/", "/cn-hangzhou/s3/aws4_request");
      assertThat(asked.headers())
          .doesNotContainKeys("Transfer-encoding", "X-amz-trailer", "Expect", "Content-encoding")
          .allSatisfy(
              (name, values) -> {
                assertThat(name.toLowerCase(Locale.ROOT)).doesNotContain("checksum");
                assertThat(values.toString().toLowerCase(Locale.ROOT))
                    .doesNotContain("aws-chunked", "streaming");
              });
    }
  }

  @Test
  void shouldPutTheBucketIntoTheHostNameForOss() throws IOException {
    // given
    Assumptions.assumeTrue(loopback("photos.localhost"), "names below localhost are resolved");
    try (var server = store("\"e\"")) {
      var endPoint = "http://localhost:" + server.port();
      var store = ObjectStore.of(TestCredential.at("ali", endPoint), TestCredential.connections());

      // when
      put(store, "A.JPG");

      // then
      var asked = server.asked().getFirst();
      assertThat(asked.headers().getFirst("Host")).isEqualTo("photos.localhost:" + server.port());
      assertThat(asked.target()).isEqualTo("/project/tmp/1/A.JPG");
    }
  }

  private static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "A B.JPG, /A%20B.JPG",
    "A+B.JPG, /A%2BB.JPG",
    "100%.JPG, /100%25.JPG",
    "A%20B.JPG, /A%2520B.JPG",
    "A#1?.JPG, /A%231%3F.JPG",
    "Süd.JPG, /S%C3%BCd.JPG",
  })
  void shouldEncodeANameOnce(String name, String path) {
    try (var server = store("\"e\"")) {
      var store = ObjectStore.of(TestCredential.at(server.uri()), TestCredential.connections());

      // when
      put(store, name);

      // then
      assertThat(server.asked().getFirst().target()).endsWith(path);
    }
  }

  @Test
  void shouldHintAtTheClockWhenAKeyIsRefused() {
    // given
    var xml = "<Error><Code>RequestTimeTooSkewed</Code><Message>no</Message></Error>";
    try (var server = RawServer.answering(403, xml)) {

      // when
      var refusal = refusedBy(server, TestCredential.settings());

      // then
      assertThat(refusal.kind()).isEqualTo(Kind.CREDENTIAL);
      assertThat(refusal)
          .hasMessageContaining("refused the upload of A.JPG (HTTP 403 RequestTimeTooSkewed)")
          .hasMessageContaining("valid until 2026-09-21T")
          .hasMessageContaining("clock");
      assertThat(everythingSaidBy(refusal))
          .doesNotContain(TestCredential.SECRET, TestCredential.SESSION);
    }
  }

  private static final String SKEWED =
      "<Error><Code>RequestTimeTooSkewed</Code><Message>no</Message></Error>";

  static Stream<Consumer<ObjectStore>> requestsOfTheSdk() {
    return Stream.of(
        store -> store.get("a.zip"),
        store -> store.startParts("A.LDR"),
        store -> store.listParts("A.LDR", "u"),
        store -> store.abandonParts("A.LDR", "u"));
  }

  @ParameterizedTest
  @MethodSource("requestsOfTheSdk")
  void shouldSignQuestionsWithTheStoresTimeToo(Consumer<ObjectStore> request) {
    // given
    var wrong = Clock.offset(Clock.systemUTC(), Duration.ofHours(-3));
    try (var server =
            RawServer.answering(
                (exchange, raw) -> RawServer.send(exchange, 403, Map.of(), SKEWED));
        var connections = StoreConnections.open(TestCredential.settings(), wrong)) {
      var store = ObjectStore.of(TestCredential.at(server.uri()), connections);

      // when
      var first = catchThrowableOfType(StorageException.class, () -> request.accept(store));
      catchThrowableOfType(StorageException.class, () -> request.accept(store));

      // then
      assertThat(first.kind()).isEqualTo(Kind.CREDENTIAL);
      assertThat(signedAt(server, 0)).isCloseTo(wrong.instant(), within(1, ChronoUnit.MINUTES));
      assertThat(signedAt(server, 1)).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }
  }

  @Test
  @ResourceLock(SharedByTests.PROCESS)
  @WhatHappensWhen("the worker's clock is wrong")
  void shouldSignWithTheStoresTimeWhenThisMachinesClockIsWrong() {
    // given
    var wrong = Clock.offset(Clock.systemUTC(), Duration.ofHours(-3));
    var log = new ListAppender<ILoggingEvent>();
    var logger = (Logger) LoggerFactory.getLogger(StoreClock.class);
    log.start();
    logger.addAppender(log);
    try (var server =
            RawServer.answering(
                (exchange, raw) -> {
                  var first = raw.asked().size() == 1;
                  RawServer.send(
                      exchange, first ? 403 : 200, Map.of("ETag", "e"), first ? SKEWED : "");
                });
        var connections = StoreConnections.open(TestCredential.settings(), wrong)) {
      var store = ObjectStore.of(TestCredential.at(server.uri()), connections);

      // when
      var refusal = catchThrowableOfType(StorageException.class, () -> put(store, "A.JPG"));
      put(store, "A.JPG");

      // then
      assertThat(refusal.kind()).isEqualTo(Kind.CREDENTIAL);
      assertThat(signedAt(server, 0)).isCloseTo(wrong.instant(), within(1, ChronoUnit.MINUTES));
      assertThat(signedAt(server, 1)).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
      assertThat(log.list)
          .map(ILoggingEvent::getFormattedMessage)
          .singleElement()
          .asString()
          .contains("minutes behind the store's", "Set the clock.");
    } finally {
      logger.detachAppender(log);
    }
  }

  private static Instant signedAt(RawServer server, int request) {
    return LocalDateTime.parse(
            server.asked().get(request).headers().getFirst("X-Amz-Date"),
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'"))
        .toInstant(ZoneOffset.UTC);
  }

  @ParameterizedTest
  @CsvSource({
    "500, PASSING",
    "503, SLOW_DOWN",
    "429, SLOW_DOWN",
    "408, PASSING",
    "400, LASTING",
    "404, LASTING",
    "409, LASTING",
    "301, LASTING",
  })
  void shouldTellARefusalThatPassesFromOneThatStays(int status, Kind kind) {
    try (var server = RawServer.answering(status, Map.of(), "no XML at all")) {
      // when
      var refusal = refusedBy(server, TestCredential.settings());

      // then
      assertThat(refusal.kind()).isEqualTo(kind);
      assertThat(refusal).hasMessageContaining("HTTP " + status).hasMessageContaining("A.JPG");
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void shouldSayThatAStoreBrokeOff() {
    try (var server = RawServer.answering((exchange, raw) -> exchange.close())) {
      // when
      var failure = refusedBy(server, TestCredential.settings());

      // then
      assertThat(failure.kind()).isEqualTo(Kind.PASSING);
      assertThat(failure).hasMessageContaining("The upload of A.JPG broke off");
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  @Timeout(20)
  void shouldNotWaitForASilentStore() {
    try (var server = RawServer.answering((exchange, raw) -> raw.holdUntilClosed())) {
      // when
      var failure = refusedBy(server, TestCredential.settings(Duration.ofMillis(300)));

      // then
      assertThat(failure.kind()).isEqualTo(Kind.PASSING);
      assertThat(failure).hasMessageContaining("did not take or give all of it");
    }
  }

  @Test
  void shouldSayThatAStoreCannotBeReached() throws IOException {
    // given
    var nowhere = TestConnection.nowhere();
    var store = ObjectStore.of(TestCredential.at(nowhere), TestCredential.connections());

    // then
    assertThatThrownBy(() -> put(store, "A.JPG"))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(nowhere.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu central", "ä", "a/b", "-"})
  void shouldOpenWithAnyRegion(String region) {
    var credential =
        new StorageCredential(
            "minio", "i", "s", "t", region, "b", "p", "a/{fileName}", 0, "https://store.example");

    // then
    assertThatCode(() -> ObjectStore.of(credential, TestCredential.connections()))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseHttpThatIsNotAllowed() {
    var settings = TestCredential.https(1);
    assertThatThrownBy(
            () ->
                ObjectStore.of(
                    TestCredential.at(URI.create("http://127.0.0.1:1")),
                    StoreConnections.open(settings)))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("allow-http");
  }

  @Test
  void shouldRefuseFewerThanOneConnection() {
    assertThatThrownBy(() -> TestCredential.https(0))
        .hasMessageContaining("flighthub.upload.max-parallel-files must be at least 1, but is 0");
  }

  @Test
  void shouldSayThatAnObjectIsNotThere() {
    // given
    try (var simulator = Simulator.start(SimulatorSettings.defaults())) {
      var credential = TestConnection.openModel(simulator).obtainToken();
      var store = ObjectStore.of(credential, TestCredential.connections());

      // then
      assertThatThrownBy(() -> store.get(credential.keyOf("missing.zip")))
          .isInstanceOfSatisfying(
              StorageException.class, e -> assertThat(e.kind()).isEqualTo(Kind.LASTING))
          .hasMessageContaining("HTTP 404 NoSuchKey")
          .hasMessageContaining("missing.zip");
    }
  }

  @Test
  void shouldSayThatAKeyExpired() {
    // given
    try (var simulator =
        Simulator.start(
            SimulatorSettings.defaults().withCredentialLifetime(Duration.ofMillis(1)))) {
      var credential = TestConnection.openModel(simulator).obtainToken();
      var store = ObjectStore.of(credential, TestCredential.connections());

      // then
      assertThatThrownBy(() -> put(store, "A.JPG"))
          .isInstanceOfSatisfying(
              StorageException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CREDENTIAL))
          .hasMessageContaining("HTTP 403 ExpiredToken")
          .hasMessageContaining("valid until " + credential.expiresAt());
    }
  }
}
