package io.flighthubcamunda.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.s3.HostileXml;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import io.flighthubcamunda.storage.StorageException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire to each kind of store, and what becomes of what comes back. */
@Timeout(30)
class ObjectStoreWireTest {

  private static final int MEGABYTES = 6 << 20;
  private static final BytesContent PHOTOGRAPH = new BytesContent(new byte[300_000]);

  private final CountDownLatch gone = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    gone.countDown();
  }

  /** Every name leads to this machine. */
  static final DnsResolver HERE =
      new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) {
          return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
          return host;
        }
      };

  private static StoreConnections connections(Duration stall) {
    return StoreConnections.open(TestCredential.settings(stall), TlsEngines.open(), HERE);
  }

  private static String put(WireStore wire, String cloud, String host, String name) {
    try (var connections = connections(Duration.ofSeconds(20))) {
      var store =
          ObjectStore.of(
              TestCredential.at(cloud, "http://" + host + ":" + wire.port()), connections);

      return store.put(name, PHOTOGRAPH, ChunkObserver.NONE);
    }
  }

  private static StorageException failure(WireStore.Answerer answerer, int size, Duration stall)
      throws IOException {
    try (var wire = WireStore.answering(answerer);
        var connections = connections(stall)) {
      var store =
          ObjectStore.of(
              TestCredential.at("minio", "http://store.example:" + wire.port()), connections);

      var content = new BytesContent(new byte[size]);
      var failure =
          catchThrowableOfType(
              StorageException.class, () -> store.put("A.JPG", content, ChunkObserver.NONE));
      assertThat(wire.requests()).hasSize(1);
      return failure;
    }
  }

  private static WireStore.Answerer refusing(String status, String headers, String body) {
    return (request, in, socket) -> {
      in.skipNBytes(request.length());
      WireStore.say(socket, status, headers, body);
    };
  }

  private static String error(String code) {
    return "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>";
  }

  @ParameterizedTest
  @CsvSource({
    "aws, s3.eu.example, photos.s3.eu.example, ''",
    "minio, minio.example, minio.example, /photos",
    "ali, oss-cn.example, photos.oss-cn.example, ''",
    "ali, photos.oss-cn.example, photos.oss-cn.example, ''",
    "minio, photos.minio.example, minio.example, /photos",
  })
  void shouldAddressAStoreAsItWants(String cloud, String endpoint, String host, String path)
      throws IOException, GeneralSecurityException {
    try (var wire = WireStore.answering(WireStore.taking())) {
      // when
      put(wire, cloud, endpoint, "A.JPG");

      // then
      var request = wire.request();
      assertThat(request.line()).isEqualTo("PUT " + path + "/project/tmp/1/A.JPG HTTP/1.1");
      assertThat(request.header("host")).isEqualTo(host + ":" + wire.port());
      assertThat(request.header("content-length")).isEqualTo("300000");
      assertThat(request.header("x-amz-content-sha256")).isEqualTo("UNSIGNED-PAYLOAD");
      assertThat(request.header("authorization")).contains("/cn-hangzhou/s3/");
      assertThat(SignatureCheck.fits(request, TestCredential.SECRET)).isTrue();
      assertThat(request.headers().keySet())
          .doesNotContain("transfer-encoding", "content-encoding", "expect", "x-amz-trailer")
          .noneMatch(name -> name.contains("checksum"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "A B.JPG, A%20B.JPG",
    "A+B.JPG, A%2BB.JPG",
    "Süd.JPG, S%C3%BCd.JPG",
    "A#1.JPG, A%231.JPG",
    "A?x=1&y.JPG, A%3Fx%3D1%26y.JPG",
    "100%.JPG, 100%25.JPG",
    "A%20B.JPG, A%2520B.JPG",
    "'A~(1)*''!.JPG', 'A~%281%29%2A%27%21.JPG'",
    "日本.JPG, %E6%97%A5%E6%9C%AC.JPG",
  })
  void shouldSignTheNameThatItSends(String name, String encoded)
      throws IOException, GeneralSecurityException {
    try (var wire = WireStore.answering(WireStore.taking())) {
      // when
      put(wire, "ali", "oss.example", name);

      // then
      assertThat(wire.request().line()).isEqualTo("PUT /project/tmp/1/" + encoded + " HTTP/1.1");
      assertThat(SignatureCheck.fits(wire.request(), TestCredential.SECRET)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"A B.JPG", "A+B.JPG", "Süd.JPG", "A#1?.JPG", "100%.JPG", "A~(1)'!.JPG"})
  void shouldBeUnderstoodByAStoreThatChecksSignatures(String name) throws IOException {
    // given
    try (var simulator = Simulator.start(SimulatorSettings.defaults())) {
      var credential = TestConnection.openModel(simulator).obtainToken();
      var store = ObjectStore.of(credential, TestCredential.connections());

      var content = "photograph".getBytes(StandardCharsets.UTF_8);

      // when
      store.put(name, new BytesContent(content), ChunkObserver.NONE);

      // then
      try (var stored = store.get(credential.keyOf(name))) {
        assertThat(stored.readAllBytes()).isEqualTo(content);
      }
    }
  }

  @Test
  void shouldUseAConnectionAgain() throws IOException {
    try (var wire = WireStore.answering(WireStore.taking());
        var connections = connections(Duration.ofSeconds(20))) {
      // when
      for (int i = 0; i < 3; i++) {
        var credential = TestCredential.at("ali", "http://oss.example:" + wire.port());
        var store = ObjectStore.of(credential, connections);

        store.put(i + ".JPG", PHOTOGRAPH, ChunkObserver.NONE);
      }

      // then
      assertThat(wire.requests()).hasSize(3);
      assertThat(wire.connections()).isEqualTo(1);
    }
  }

  @Test
  void shouldSendAnEmptyObject() throws IOException {
    try (var wire = WireStore.answering(WireStore.taking());
        var connections = connections(Duration.ofSeconds(20))) {
      var store =
          ObjectStore.of(
              TestCredential.at("ali", "http://oss.example:" + wire.port()), connections);

      // when
      store.put("A.JPG", new BytesContent(new byte[0]), ChunkObserver.NONE);

      // then
      assertThat(wire.request().header("content-length")).isEqualTo("0");
    }
  }

  @Test
  void shouldSayWhoWantedAPart() throws IOException, GeneralSecurityException {
    try (var wire = WireStore.answering(WireStore.taking());
        var connections = connections(Duration.ofSeconds(20))) {
      var store =
          ObjectStore.of(
              TestCredential.at("ali", "http://oss.example:" + wire.port()), connections);

      // when
      var etag = store.putPart("A.LDR", "up/1+2=", 7, PHOTOGRAPH, ChunkObserver.NONE);

      // then
      assertThat(etag).isEqualTo("\"e\"");
      assertThat(wire.request().line())
          .isEqualTo("PUT /project/tmp/1/A.LDR?partNumber=7&uploadId=up%2F1%2B2%3D HTTP/1.1");
      assertThat(SignatureCheck.fits(wire.request(), TestCredential.SECRET)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403 Forbidden, AccessDenied, CREDENTIAL",
    "403 Forbidden, QpsLimitExceeded, SLOW_DOWN",
    "400 Bad Request, ExpiredToken, CREDENTIAL",
    "400 Bad Request, RequestTimeTooSkewed, CREDENTIAL",
    "400 Bad Request, RequestTimeout, PASSING",
    "400 Bad Request, EntityTooLarge, LASTING",
    "503 Slow Down, SlowDown, SLOW_DOWN",
    "500 Internal Server Error, InternalError, PASSING",
    "404 Not Found, NoSuchBucket, LASTING",
  })
  void shouldReadTheCodeOfARefusal(String status, String code, Kind kind) throws IOException {
    // when
    var failure = failure(refusing(status, "", error(code)), 1000, Duration.ofSeconds(20));

    // then
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure)
        .hasMessageContaining(
            "upload of A.JPG (HTTP %s %s)".formatted(status.substring(0, 3), code))
        .hasMessageContaining("http://store.example");
  }

  @ParameterizedTest
  @CsvSource({"301 Moved Permanently", "307 Temporary Redirect", "302 Found"})
  void shouldNotFollowAStoreElsewhere(String status) throws IOException {
    // when
    var failure =
        failure(
            refusing(status, "Location: http://elsewhere.example/\r\n", ""),
            1000,
            Duration.ofSeconds(20));

    // then
    assertThat(failure.kind()).isEqualTo(Kind.LASTING);
    assertThat(failure)
        .hasMessageContaining("sends the upload of A.JPG on to another address (HTTP 30");
  }

  @Test
  void shouldHearARefusalBeforeTheWholeFileIsSent() throws IOException {
    // given a store that answers the head and never reads the body
    WireStore.Answerer early =
        (request, in, socket) -> {
          WireStore.say(socket, "403 Forbidden", "Connection: close\r\n", error("ExpiredToken"));
          in.readNBytes(MEGABYTES / 2);
        };

    // when
    var failure = failure(early, MEGABYTES, Duration.ofSeconds(20));

    // then
    assertThat(failure.kind()).isEqualTo(Kind.CREDENTIAL);
  }

  @ParameterizedTest
  @EnumSource(HostileXml.class)
  void shouldNeitherFetchNorExpandWhatAnErrorDocumentWants(HostileXml hostile) throws IOException {
    try (var elsewhere = RawServer.answering(200, "Elsewhere")) {
      // given
      var document = hostile.document(elsewhere.uri(), "<Error><Code>&x;</Code></Error>");

      // when
      var failure =
          failure(refusing("400 Bad Request", "", document), 1000, Duration.ofSeconds(20));

      // then
      assertThat(failure).hasMessageContaining("(HTTP 400)");
      assertThat(elsewhere.asked()).isEmpty();
    }
  }

  @Test
  void shouldGiveUpAStoreThatStopsTakingBytes() throws IOException {
    // given
    WireStore.Answerer hanging = (request, in, socket) -> holdUntilGone();

    // when
    var failure = failure(hanging, 64 << 20, Duration.ofSeconds(1));

    // then
    assertThat(failure.kind()).isEqualTo(Kind.PASSING);
    assertThat(failure).hasMessageContaining("it took nothing for 1 seconds");
  }

  private void holdUntilGone() {
    try {
      gone.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldSayThatAContentEndedEarly() throws IOException {
    try (var wire = WireStore.answering(WireStore.taking());
        var connections = connections(Duration.ofSeconds(20))) {
      var store =
          ObjectStore.of(
              TestCredential.at("ali", "http://oss.example:" + wire.port()), connections);

      var shrunk =
          new ObjectContent() {
            @Override
            public long length() {
              return 1000;
            }

            @Override
            public java.io.InputStream open(long from) {
              return new java.io.ByteArrayInputStream(new byte[10]);
            }
          };

      // then
      assertThatThrownBy(() -> store.put("A.JPG", shrunk, ChunkObserver.NONE))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("its source ended after 10 of 1,000 bytes");
    }
  }

  @Test
  void shouldLetTheObserverEndAnUpload() throws IOException {
    try (var wire = WireStore.answering(WireStore.taking());
        var connections = connections(Duration.ofSeconds(20))) {
      var store =
          ObjectStore.of(
              TestCredential.at("ali", "http://oss.example:" + wire.port()), connections);

      assertThatThrownBy(
              () ->
                  store.put(
                      "A.JPG",
                      PHOTOGRAPH,
                      (bytes, offset, length) -> {
                        throw new UncheckedIOException(new IOException("cancelled"));
                      }))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("cancelled");
    }
  }

  @Test
  void shouldNotBelieveThatPartsBecameAnObjectWhenTheBodySaysOtherwise() throws IOException {
    try (var wire =
        WireStore.answering(
            (request, in, socket) -> {
              in.skipNBytes(request.length());
              WireStore.say(
                  socket, "200 OK", "Content-Type: application/xml\r\n", error("InternalError"));
            })) {
      var store =
          ObjectStore.of(
              TestCredential.at("minio", "http://127.0.0.1:" + wire.port()),
              TestCredential.connections());

      assertThatThrownBy(() -> store.completeParts("A.LDR", "u", List.of("\"e\"")))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("InternalError");
    }
  }
}
