package io.flighthubcamunda.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.storage.StorageException;
import io.flighthubcamunda.storage.TestCredential;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fetching an archive from a store that may give anything. */
@Timeout(30)
class ResultDownloadTest {

  private static final String KEY = "project/result/b1d7 ad2c.zip";
  private static final LongConsumer SILENT = bytes -> {};

  @TempDir private Path folder;

  /** What the store answers to the one GET. */
  private interface Archive {
    void send(HttpExchange exchange, RawServer server) throws IOException;
  }

  private ResultArchive download(Archive archive, LongConsumer received) {
    try (var store = RawServer.answering(archive::send);
        var flightHub = RawServer.answering(200, token(store))) {
      return new ResultDownload(
              TestConnection.openModel(flightHub.uri()), TestCredential.connections())
          .download(folder, ReconstructionType.THREE_D, KEY, received);
    }
  }

  private static String token(RawServer store) {
    return """
    {"code":0,"data":{"cloud_name":"minio","access_key_id":"a","secret_access_key":"b",
     "session_token":"c","cloud_bucket_name":"photos","callback_param":"e",
     "store_path":"f/{fileName}","end_point":"%s"}}
    """
        .formatted(store.uri());
  }

  private static Archive of(byte[] content) {
    return (exchange, server) -> {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    };
  }

  private static byte[] zip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("model.txt"));
      zip.write(text.getBytes());
    }
    return bytes.toByteArray();
  }

  private Stream<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  @Test
  void shouldWriteTheArchiveUnderTheTypesName() throws Exception {
    // given
    var content = zip("model");
    var received = new AtomicLong();

    // when
    var archive = download(of(content), received::addAndGet);

    // then
    assertThat(archive.file()).isEqualTo(folder.resolve("3d.zip")).hasBinaryContent(content);
    assertThat(archive.sizeBytes()).isEqualTo(content.length);
    assertThat(archive.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    assertThat(received).hasValue(content.length);
    assertThat(names()).containsExactly("3d.zip");
  }

  @Test
  void shouldAskForTheKeyAsFlightHubGaveIt() throws IOException {
    // given
    var content = zip("model");
    var target = new java.util.concurrent.atomic.AtomicReference<String>();

    // when
    download(
        (exchange, server) -> {
          target.set(exchange.getRequestURI().toString());
          of(content).send(exchange, server);
        },
        SILENT);

    // then
    assertThat(target).hasValue("/photos/project/result/b1d7%20ad2c.zip");
  }

  @Test
  void shouldReplaceAnEarlierResultOnlyByACompleteOne() throws IOException {
    // given
    var old = Files.write(folder.resolve("3d.zip"), zip("old"));

    // when
    var failure = catchThrowable(() -> download(of("no zip".getBytes()), SILENT));

    // then
    assertThat(failure).isInstanceOf(ResultException.class);
    assertThat(old).hasBinaryContent(zip("old"));
    download(of(zip("new")), SILENT);
    assertThat(old).hasBinaryContent(zip("new"));
    assertThat(names()).containsExactly("3d.zip");
  }

  @Test
  void shouldNoticeAnArchiveThatBreaksOff() throws IOException {
    // given
    Archive broken =
        (exchange, server) -> {
          exchange.sendResponseHeaders(200, 100_000);
          exchange.getResponseBody().write(new byte[50_000]);
          exchange.getResponseBody().flush();
          throw new IOException("on purpose");
        };

    // then
    assertThatThrownBy(() -> download(broken, SILENT))
        .isInstanceOfSatisfying(ResultException.class, e -> assertThat(e.passing()).isTrue())
        .hasMessageContaining("archive of the 3d model could not be fetched")
        .hasMessageContaining(folder.toString());
    assertThat(names()).isEmpty();
  }

  @Test
  void shouldRefuseWhatIsNoArchive() throws IOException {
    for (var content :
        new String[] {"", "<html>expired</html>", "PK\u0003\u0004 and then nothing"}) {
      assertThatThrownBy(() -> download(of(content.getBytes()), SILENT))
          .isInstanceOfSatisfying(ResultException.class, e -> assertThat(e.passing()).isTrue())
          .hasMessageContaining("What lies at " + KEY + " is no readable zip archive");
      assertThat(names()).isEmpty();
    }
  }

  @Test
  void shouldSayThatTheKeyIsNotKnown() throws IOException {
    // given
    Archive missing =
        (exchange, server) ->
            RawServer.send(exchange, 404, Map.of(), "<Error><Code>NoSuchKey</Code></Error>");

    // then
    assertThatThrownBy(() -> download(missing, SILENT))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("NoSuchKey")
        .hasMessageContaining(KEY);
    assertThat(names()).isEmpty();
  }

  @Test
  void shouldNotReadTheRestOfAnArchiveThatNobodyWants() throws IOException {
    // given
    Archive endless =
        (exchange, server) -> {
          exchange.sendResponseHeaders(200, 1L << 40);
          exchange.getResponseBody().write(new byte[100_000]);
          exchange.getResponseBody().flush();
          server.holdUntilClosed();
        };
    var begin = System.nanoTime();

    // then
    assertThatThrownBy(
            () ->
                download(
                    endless,
                    bytes -> {
                      throw new IllegalStateException("enough");
                    }))
        .hasMessage("enough");
    assertThat(names()).isEmpty();
    // The store would be silent for 20 s.
    assertThat(System.nanoTime() - begin).isLessThan(10_000_000_000L);
  }

  @Test
  void shouldSayThatTheFolderCannotBeWritten() throws IOException {
    // given
    var content = zip("model");
    var notAFolder = Files.writeString(folder.resolve("results"), "a file");
    try (var store = RawServer.answering(of(content)::send);
        var flightHub = RawServer.answering(200, token(store))) {
      var download =
          new ResultDownload(
              TestConnection.openModel(flightHub.uri()), TestCredential.connections());

      // then
      assertThatThrownBy(() -> download.download(notAFolder, ReconstructionType.TWO_D, KEY, SILENT))
          .isInstanceOf(ResultException.class)
          .hasMessageContaining("archive of the 2d model could not be fetched to " + notAFolder);
    }
  }

  @Test
  void shouldLeaveNothingBehindWhenAFolderStandsInTheWay() throws IOException {
    // given
    Files.createDirectories(folder.resolve("3d.zip").resolve("occupied"));

    // then
    assertThatThrownBy(() -> download(of(zip("model")), SILENT))
        .isInstanceOf(ResultException.class);
    assertThat(names()).containsExactly("3d.zip");
  }
}
