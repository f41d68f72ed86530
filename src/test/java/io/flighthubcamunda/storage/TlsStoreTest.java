package io.flighthubcamunda.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flighthubcamunda.bench.link.FarLink;
import io.flighthubcamunda.bench.link.LinkShape;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Uploads over TLS, with Conscrypt and with the JDK's own. */
@Timeout(60)
class TlsStoreTest {

  private static final String PASSWORD = "password";

  @TempDir static Path folder;

  private static KeyStore keys;

  @BeforeAll
  static void makeCertificate() throws IOException, InterruptedException, GeneralSecurityException {
    var file = folder.resolve("store.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    new ProcessBuilder(
            (keytool
                    + " -genkeypair -alias store -keyalg EC -dname CN=store -validity 2"
                    + " -ext san=dns:photos.oss.example,dns:store.example -storetype PKCS12"
                    + " -storepass password -keystore "
                    + file)
                .split(" "))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }

  static Stream<TlsEngines> engines() throws GeneralSecurityException, IOException {
    var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("store", keys.getCertificate("store"));
    return Stream.of(TlsEngines.trusting(trusted), TlsEngines.ofTheJdkTrusting(trusted));
  }

  private static ServerSocketFactory tls() throws GeneralSecurityException {
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context.getServerSocketFactory();
  }

  private static WireStore.Answerer hashing() {
    return (request, in, socket) -> {
      var md5 = md5(in.readNBytes(request.length()));
      WireStore.say(socket, "200 OK", "ETag: \"" + md5 + "\"\r\n", "");
    };
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static StoreConnections connections(TlsEngines engines) {
    return StoreConnections.open(TestCredential.settings(), engines, ObjectStoreWireTest.HERE);
  }

  private static ObjectStore store(WireStore wire, String host, StoreConnections connections) {
    return ObjectStore.of(
        TestCredential.at("ali", "https://" + host + ":" + wire.port()), connections);
  }

  private static void assertRefused(String host, TlsEngines engines)
      throws IOException, GeneralSecurityException {
    try (var wire = new WireStore(tls(), hashing());
        var connections = connections(engines)) {
      var store = store(wire, host, connections);
      assertThatThrownBy(
              () -> store.put("A.JPG", new BytesContent(photograph(10)), ChunkObserver.NONE))
          .isInstanceOf(StorageException.class);
      assertThat(wire.requests()).isEmpty();
    }
  }

  private static byte[] photograph(int size) {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @MethodSource("engines")
  void shouldSendEveryByte(TlsEngines engines) throws IOException, GeneralSecurityException {
    try (var wire = new WireStore(tls(), hashing());
        var connections = connections(engines)) {
      var store = store(wire, "oss.example", connections);
      for (int size : new int[] {0, 1, 16_384, 131_072, 131_073, 300_001, 5_000_000}) {
        var bytes = photograph(size);

        // then
        assertThat(store.put(size + ".JPG", new BytesContent(bytes), ChunkObserver.NONE))
            .isEqualTo("\"" + md5(bytes) + "\"");
      }
      assertThat(wire.connections()).isEqualTo(1);
      assertThat(wire.request().header("host")).isEqualTo("photos.oss.example:" + wire.port());
      assertThat(SignatureCheck.fits(wire.request(), TestCredential.SECRET)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void shouldRefuseAStoreOfAnotherName(TlsEngines engines)
      throws IOException, GeneralSecurityException {
    assertRefused("other.example", engines);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void shouldRefuseAStoreThatNobodyVouchesFor(TlsEngines engines)
      throws IOException, GeneralSecurityException {
    assertRefused("oss.example", TlsEngines.open());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void shouldHearARefusalBeforeTheWholeFileIsSent(TlsEngines engines)
      throws IOException, GeneralSecurityException {
    // given
    WireStore.Answerer early =
        (request, in, socket) -> {
          WireStore.say(socket, "403 Forbidden", "Connection: close\r\n", "");
          in.readNBytes(3_000_000);
        };
    try (var wire = new WireStore(tls(), early);
        var connections = connections(engines)) {
      var store = store(wire, "oss.example", connections);
      // then
      assertThatThrownBy(
              () -> store.put("A.JPG", new BytesContent(photograph(9_000_000)), ChunkObserver.NONE))
          .hasMessageContaining("HTTP 403");
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void shouldNotSendIntoAConnectionThatTheStoreClosed(TlsEngines engines)
      throws IOException, GeneralSecurityException {
    try (var wire = new WireStore(tls(), hashing());
        var connections = connections(engines)) {
      var store = store(wire, "oss.example", connections);
      // given
      store.put("A.JPG", new BytesContent(photograph(10)), ChunkObserver.NONE);
      wire.hangUp();
      await().pollDelay(StoreConnections.RESTED.toDuration().multipliedBy(2)).until(() -> true);

      // when
      store.put("B.JPG", new BytesContent(photograph(10)), ChunkObserver.NONE);

      // then
      assertThat(wire.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void shouldKnowHowFarAwayTheStoreIs(TlsEngines engines)
      throws IOException, GeneralSecurityException {
    var roundTrip = Duration.ofMillis(300);
    try (var wire = new WireStore(tls(), hashing());
        var link = FarLink.open(new LinkShape(roundTrip, 100_000_000, 0, 0), wire.port());
        var connections = connections(engines)) {
      // given
      assertThat(connections.shortestHandshake()).isEmpty();
      var credential = TestCredential.at("ali", "https://oss.example:" + link.port());

      // when
      ObjectStore.of(credential, connections)
          .put("A.JPG", new BytesContent(photograph(10)), ChunkObserver.NONE);

      // then
      assertThat(connections.shortestHandshake().orElseThrow()).isGreaterThan(roundTrip);
    }
  }
}
