package io.flighthubcamunda.bench.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.zip.CRC32C;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SinkTest {

  private static final String MD5 = "0123456789abcdef0123456789abcdef";

  private static SinkProcess sink;
  private static HttpClient client;

  private final byte[] photograph = photograph();

  @BeforeAll
  static void startSink(@TempDir Path folder) throws IOException, GeneralSecurityException {
    var photograph = photograph();
    var crc = new CRC32C();
    crc.update(photograph);
    var contents = folder.resolve("contents.txt");
    KnownContents.write(
        contents, List.of(new KnownContents.Content(photograph.length, crc.getValue(), MD5)));
    var certificate = Certificate.make(folder);
    sink = SinkProcess.start(certificate, List.of(contents), folder.resolve("sink.log"));
    client = HttpClient.newBuilder().sslContext(trusting(certificate)).build();
  }

  @AfterAll
  static void stopSink() {
    client.close();
    sink.close();
  }

  private static byte[] photograph() {
    var photograph = new byte[700_000];
    photograph[5] = 1;
    return photograph;
  }

  @Test
  void shouldAnswerTheMd5OfWhatItKnowsAndNoneOfWhatWasChanged() throws Exception {
    // when
    var same = put(sink.ports().trueEtags(), photograph);
    photograph[6] = 1;
    var changed = put(sink.ports().trueEtags(), photograph);

    // then
    assertThat(etag(same)).isEqualTo("\"" + MD5 + "\"");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(etag(changed)).doesNotContain(MD5);
  }

  @Test
  void shouldMakeAnEtagUpWhereNobodyLooksAtIt() throws Exception {
    assertThat(etag(put(sink.ports().cheapEtags(), photograph))).doesNotContain(MD5).isNotBlank();
  }

  @Test
  void shouldCountWhatArrivedWhole() throws Exception {
    // given other tests have sent something
    sink.arrived();

    // when
    put(sink.ports().cheapEtags(), photograph);
    put(sink.ports().trueEtags(), photograph);

    // then
    assertThat(sink.arrived()).isEqualTo(new Tally.Arrived(2, 2L * photograph.length));
    assertThat(sink.arrived()).isEqualTo(new Tally.Arrived(0, 0));
  }

  @Test
  void shouldAnswerWhatClientsAskBeforeTheySend() throws Exception {
    assertThat(get("/benchmark?location").body()).contains("<LocationConstraint");
    assertThat(get("/benchmark?list-type=2&prefix=set").body()).contains("<KeyCount>0</KeyCount>");
    assertThat(get("/benchmark/set/DJI_0001.JPG").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> put(int port, byte[] content) throws Exception {
    var request =
        HttpRequest.newBuilder(uri(port, "/benchmark/set/DJI_0001.JPG"))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
            .expectContinue(true)
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String target) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(sink.ports().cheapEtags(), target)).build(),
        BodyHandlers.ofString());
  }

  private static URI uri(int port, String target) {
    return URI.create("https://127.0.0.1:%d%s".formatted(port, target));
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static SSLContext trusting(Certificate certificate)
      throws IOException, GeneralSecurityException {
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(
        KeyStore.getInstance(certificate.keyStore().toFile(), Certificate.PASSWORD.toCharArray()));
    var tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return tls;
  }
}
