package io.flighthubcamunda.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import io.flighthubcamunda.api.FlightHub;
import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.storage.SignedAddress;
import io.flighthubcamunda.storage.StorageException;
import io.flighthubcamunda.storage.StoreConnections;
import io.flighthubcamunda.storage.TestCredential;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching an archive from a store that may give anything. */
@Timeout(30)
class ResultDownloadTest {

  private static final String KEY = "project/result/b1d7 ad2c.zip";
  private static final Recipient SILENT = bytes -> {};

  private static final String SIGNATURE = "theSignatureOfTheAddress";
  private static final FinishedModel MODEL =
      new FinishedModel(ReconstructionType.THREE_D, "b1d7ad2c-1", KEY);
  private static final String PART = ".3d-b1d7ad2c-1.part";

  @TempDir private Path folder;

  @BeforeEach
  void resolveFolder() throws IOException {
    folder = folder.toRealPath();
  }

  /** What the store answers to the one GET. */
  private interface Archive {
    void send(HttpExchange exchange, RawServer server) throws IOException;
  }

  private ResultArchive download(Archive archive, Recipient received) {
    return download(archive, received, true, ResultStrategy.STORE).orElseThrow();
  }

  private Optional<ResultArchive> download(
      Archive archive, Recipient received, boolean lastTry, ResultStrategy... strategies) {
    try (var store = RawServer.answering(archive::send);
        var flightHub =
            RawServer.answering(
                (exchange, server) ->
                    RawServer.send(
                        exchange,
                        200,
                        Map.of("Content-Type", "application/json"),
                        exchange.getRequestURI().getPath().contains("download-url")
                            ? "{\"code\":0,\"data\":{\"id\":\"m\",\"url\":\"%s/x?X-Amz-Signature=%s\"}}"
                                .formatted(store.uri(), SIGNATURE)
                            : token(store)));
        var held = new ResultFolder(folder).hold(folder)) {
      var api = FlightHub.connect(TestConnection.to(flightHub.uri()));
      return new ResultDownload(
              List.of(strategies), api.openModel(), api.modelFiles(), TestCredential.connections())
          .download(held, MODEL, lastTry, received);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
      var entry = new ZipEntry("model.txt");
      // Else it would be the time of writing, and the same text not always make the same bytes.
      entry.setTimeLocal(LocalDateTime.of(2026, 11, 28, 10, 0));
      zip.putNextEntry(entry);
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
    assertThat(received.get()).isGreaterThanOrEqualTo(content.length);
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
    // Of two made from the same text, one may bear another time.
    var before = zip("old");
    var after = zip("new");
    var old = Files.write(folder.resolve("3d.zip"), before);

    // when
    var failure = catchThrowable(() -> download(of("no zip".getBytes()), SILENT));

    // then
    assertThat(failure).isInstanceOf(ResultException.class);
    assertThat(old).hasBinaryContent(before);
    download(of(after), SILENT);
    assertThat(old).hasBinaryContent(after);
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
        .hasMessageContaining("archive of the 3d model broke off after 50,000 of 100,000 bytes");
    assertThat(names()).isEmpty();
  }

  @Test
  @WhatHappensWhen("a result is damaged or no archive")
  void shouldRefuseWhatIsNoArchive() throws IOException {
    for (var content :
        new String[] {"", "<html>expired</html>", "PK\u0003\u0004 and then nothing"}) {
      assertThatThrownBy(() -> download(of(content.getBytes()), SILENT))
          .isInstanceOfSatisfying(ResultException.class, e -> assertThat(e.passing()).isTrue())
          .hasMessageContaining("is no readable zip archive");
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
        .isInstanceOfSatisfying(ResultException.class, e -> assertThat(e.passing()).isFalse())
        .hasMessageContaining("NoSuchKey")
        .hasMessageContaining(KEY)
        .hasMessageContaining("Fetch it from FlightHub's pages")
        .hasMessageContaining("flighthub.result.strategy");
    assertThat(names()).isEmpty();
  }

  @Test
  void shouldNotReadTheRestOfAnArchiveThatNobodyWants() throws IOException {
    // given
    Archive endless =
        (exchange, server) -> {
          exchange.sendResponseHeaders(200, 1L << 28);
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
  void shouldLeaveNothingBehindWhenAFolderStandsInTheWay() throws IOException {
    // given
    Files.createDirectories(folder.resolve("3d.zip").resolve("occupied"));

    // then
    assertThatThrownBy(() -> download(of(zip("model")), SILENT))
        .isInstanceOf(ResultException.class);
    assertThat(names()).containsExactly("3d.zip");
  }

  /** Breaks off after so many bytes of each answer, and gives parts when asked. */
  private static Archive breakingAfter(int bytes, byte[] content, String... etags) {
    var asked = new AtomicInteger();
    return (exchange, server) -> {
      var etag = etags[Math.min(asked.getAndIncrement(), etags.length - 1)];
      var headers = exchange.getRequestHeaders();
      var range = headers.getFirst("Range");
      int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
      exchange.getResponseHeaders().set("ETag", etag);
      var condition =
          headers.getFirst("If-Match") == null
              ? headers.getFirst("If-Range")
              : headers.getFirst("If-Match");
      if (from > 0 && !etag.equals(condition)) {
        if (headers.getFirst("If-Match") != null) {
          exchange.sendResponseHeaders(412, -1);
          return;
        }
        from = 0;
      }
      int count = Math.min(bytes, content.length - from);
      if (from > 0) {
        exchange
            .getResponseHeaders()
            .set(
                "Content-Range",
                "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
      }
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
      exchange.getResponseBody().write(content, from, count);
      exchange.getResponseBody().flush();
      if (from + count < content.length) {
        throw new IOException("on purpose");
      }
    };
  }

  private static byte[] largeZip() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var noise = new byte[200_000];
    new Random(7).nextBytes(noise);
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("mesh/tile.b3dm"));
      zip.write(noise);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @WhatHappensWhen("a result breaks off, or its worker dies")
  @EnumSource(
      value = ResultStrategy.class,
      names = {"STORE", "DOWNLOAD_URL"})
  void shouldGoOnWhereATransferBrokeOff(ResultStrategy strategy) throws IOException {
    // given
    var content = largeZip();
    var received = new AtomicLong();

    // when
    download(breakingAfter(80_000, content, "\"e1\""), received::addAndGet, false, strategy);

    // then
    assertThat(folder.resolve("3d.zip")).hasBinaryContent(content);
    // Once through the wire, once through the check of its entries, once through the digest.
    assertThat(received.get()).isLessThan(4L * content.length);
    assertThat(names()).containsExactly("3d.zip");
  }

  @ParameterizedTest
  @WhatHappensWhen("a result breaks off, or its worker dies")
  @EnumSource(
      value = ResultStrategy.class,
      names = {"STORE", "DOWNLOAD_URL"})
  void shouldBeginAnewWhenTheArchiveIsAnotherOneByNow(ResultStrategy strategy) throws IOException {
    // given
    var content = largeZip();

    // when
    download(breakingAfter(150_000, content, "\"e1\"", "\"e2\""), SILENT, false, strategy);

    // then
    assertThat(folder.resolve("3d.zip")).hasBinaryContent(content);
  }

  @Test
  @WhatHappensWhen("a result breaks off, or its worker dies")
  void shouldGoOnWithWhatAnEarlierTryLeft() throws IOException {
    // given
    var content = largeZip();
    Archive hopeless =
        (exchange, server) -> {
          if (exchange.getRequestHeaders().getFirst("Range") == null) {
            breakingAfter(80_000, content, "\"e1\"").send(exchange, server);
          } else {
            exchange.sendResponseHeaders(503, -1);
          }
        };

    // when
    assertThatThrownBy(() -> download(hopeless, SILENT, false, ResultStrategy.STORE))
        .isInstanceOf(StorageException.class);
    assertThat(folder.resolve(PART)).hasSize(80_000);
    var ranges = new ArrayList<String>();
    download(
        (exchange, server) -> {
          ranges.add(exchange.getRequestHeaders().getFirst("Range"));
          breakingAfter(1 << 20, content, "\"e1\"").send(exchange, server);
        },
        SILENT,
        false,
        ResultStrategy.STORE);

    // then
    assertThat(ranges).containsExactly("bytes=79999-");
    assertThat(folder.resolve("3d.zip")).hasBinaryContent(content);
    assertThat(names()).containsExactly("3d.zip");
  }

  @Test
  void shouldGoOnWhereAnEarlierTryHadAllOfIt() throws IOException {
    // given a worker that died between the last byte and the renaming
    var content = largeZip();
    Archive dying =
        (exchange, server) -> {
          if (exchange.getRequestHeaders().getFirst("Range") == null) {
            exchange.getResponseHeaders().set("ETag", "\"e1\"");
            exchange.sendResponseHeaders(200, content.length + 1);
            exchange.getResponseBody().write(content);
            exchange.getResponseBody().flush();
          } else {
            exchange.sendResponseHeaders(503, -1);
          }
        };
    assertThatThrownBy(() -> download(dying, SILENT, false, ResultStrategy.STORE))
        .isInstanceOf(StorageException.class);
    assertThat(folder.resolve(PART)).hasSize(content.length);

    // when the store fails on a range behind the end
    download(
        (exchange, server) -> {
          if (("bytes=" + content.length + "-")
              .equals(exchange.getRequestHeaders().getFirst("Range"))) {
            exchange.sendResponseHeaders(500, -1);
          } else {
            breakingAfter(1 << 20, content, "\"e1\"").send(exchange, server);
          }
        },
        SILENT,
        false,
        ResultStrategy.STORE);

    // then
    assertThat(folder.resolve("3d.zip")).hasBinaryContent(content);
    assertThat(names()).containsExactly("3d.zip");
  }

  @Test
  void shouldLeaveNoHalfArchiveAfterTheLastTry() throws IOException {
    // given
    var content = largeZip();

    // then
    assertThatThrownBy(
            () ->
                download(
                    breakingAfter(1_000, content, "\"e1\""), SILENT, true, ResultStrategy.STORE))
        .isInstanceOf(ResultException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void shouldNotTouchWhatAnotherWorkerIsFetching() throws IOException {
    // given
    var content = largeZip();
    try (var held = new ResultFolder(folder).hold(folder);
        var other = PartFile.open(held, PART)) {
      other.append(ByteBuffer.wrap(new byte[] {1, 2, 3}));

      // when
      download(of(content), SILENT);

      // then
      assertThat(other.size()).isEqualTo(3);
    }
    assertThat(names()).containsExactlyInAnyOrder("3d.zip", PART);
  }

  @Test
  @WhatHappensWhen("the disk of the result folder is full")
  void shouldSayThatTheArchiveDoesNotFitOnTheDisk() throws IOException {
    // given
    Archive huge =
        (exchange, server) -> {
          exchange.sendResponseHeaders(200, 1L << 60);
          exchange.getResponseBody().write(new byte[10]);
          exchange.getResponseBody().flush();
        };

    // then
    assertThatThrownBy(() -> download(huge, SILENT, false, ResultStrategy.STORE))
        .isInstanceOfSatisfying(ResultException.class, e -> assertThat(e.passing()).isTrue())
        .hasMessageContaining(
            "1,152,921,504,606,846,976 bytes of the archive are to come, but only")
        .hasMessageContaining("free on the disk of " + folder)
        .hasMessageContaining("Make room");
    assertThat(names()).isEmpty();
  }

  @Test
  @WhatHappensWhen("the disk of the result folder is full")
  @EnabledOnOs(OS.LINUX)
  void shouldSayThatTheDiskIsFull() throws IOException {
    try (var held = new ResultFolder(folder).hold(folder);
        var full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE)) {
      assertThatThrownBy(
              () -> new DiskSpace(held).guard(() -> full.write(ByteBuffer.wrap(new byte[1]))))
          .isInstanceOf(FullDiskException.class)
          .hasMessage(
              "The disk of %s is full. Make room; the model stays in FlightHub meanwhile."
                  .formatted(folder));
    }
  }

  @Test
  @WhatHappensWhen("a result is damaged or no archive")
  void shouldNoticeADamagedFileInsideTheArchive() throws IOException {
    // given
    var content = largeZip();
    content[1_000]++;

    // then
    assertThatThrownBy(() -> download(of(content), SILENT))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining("is no readable zip archive");
    assertThat(names()).isEmpty();
  }

  @Test
  void shouldThrowAwayAnArchiveThatNobodyCouldUnpack() throws IOException {
    // given
    var bomb = zip("x".repeat(100));
    // The length of its only entry, as the directory has it.
    int directory = indexOf(bomb, new byte[] {'P', 'K', 1, 2});
    ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, 2_000_000_000);

    // then
    assertThatThrownBy(() -> download(of(bomb), SILENT, false, ResultStrategy.STORE))
        .isInstanceOfSatisfying(ResultException.class, e -> assertThat(e.passing()).isFalse())
        .hasMessageContaining("claims to hold 1 files of 2,000,000,000 bytes");
    assertThat(names()).isEmpty();
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; ; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
  }

  @Test
  void shouldTryTheNextWayWhenTheStoreGivesNothing() throws IOException {
    // given
    var content = largeZip();
    Archive onlyByAddress =
        (exchange, server) -> {
          if (exchange.getRequestURI().getPath().equals("/x")) {
            of(content).send(exchange, server);
          } else {
            RawServer.send(exchange, 403, Map.of(), "<Error><Code>AccessDenied</Code></Error>");
          }
        };

    // when
    var archive =
        download(onlyByAddress, SILENT, false, ResultStrategy.STORE, ResultStrategy.DOWNLOAD_URL);

    // then
    assertThat(archive).isPresent();
    assertThat(folder.resolve("3d.zip")).hasBinaryContent(content);
  }

  @Test
  void shouldLeaveTheArchiveToAPersonWhenThatIsTheLastWay() throws IOException {
    // given
    Archive refusing =
        (exchange, server) ->
            RawServer.send(exchange, 403, Map.of(), "<Error><Code>AccessDenied</Code></Error>");

    // then
    assertThat(download(refusing, SILENT, false, ResultStrategy.STORE, ResultStrategy.MANUAL))
        .isEmpty();
    assertThat(download(refusing, SILENT, false, ResultStrategy.MANUAL)).isEmpty();
    assertThat(names()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "403, text/xml, refused it (HTTP 403)",
    "410, text/xml, refused it (HTTP 410)",
    "503, text/xml, refused it (HTTP 503)",
    "200, text/html; charset=utf-8, gave a web page",
    "206, application/zip, did not say with which one",
  })
  void shouldSayWhatIsWrongWithAnAddressAndNeverTheAddress(
      int status, String contentType, String problem) throws IOException {
    // given
    Archive answer =
        (exchange, server) ->
            RawServer.send(exchange, status, Map.of("Content-Type", contentType), "<html/>");

    // when
    var failure =
        catchThrowable(() -> download(answer, SILENT, false, ResultStrategy.DOWNLOAD_URL));

    // then
    assertThat(failure).hasMessageContaining(problem);
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(SIGNATURE);
    assertThat(names()).isEmpty();
  }

  @Test
  void shouldFollowAFewRedirectsOfAnAddress() throws IOException {
    // given
    var content = largeZip();
    Archive redirecting =
        (exchange, server) -> {
          var path = exchange.getRequestURI().getPath();
          if (path.length() < 5) {
            RawServer.send(exchange, 302, Map.of("Location", path + "x?Signature=2"), "");
          } else {
            of(content).send(exchange, server);
          }
        };
    Archive endless =
        (exchange, server) ->
            RawServer.send(
                exchange, 302, Map.of("Location", exchange.getRequestURI().toString()), "");

    // then
    assertThat(download(redirecting, SILENT, false, ResultStrategy.DOWNLOAD_URL)).isPresent();
    assertThatThrownBy(() -> download(endless, SILENT, false, ResultStrategy.DOWNLOAD_URL))
        .hasMessageContaining("HTTP 302");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://store.example/x?Signature=1",
        "ftp://store.example/x",
        "file:///etc/passwd",
        "https://user:pass@store.example/x",
        "https:///x",
        "nonsense with blanks",
        "//store.example/x",
      })
  void shouldRefuseAnAddressThatIsNotPlainHttps(String url) {
    try (var connections = StoreConnections.open(TestCredential.https(1))) {
      assertThatThrownBy(() -> SignedAddress.of(url, connections))
          .isInstanceOfSatisfying(
              StorageException.class,
              e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.LASTING))
          .hasMessageNotContaining("Signature")
          .hasMessageNotContaining("pass@");
    }
  }

  @Test
  void shouldRemoveHalvesOfArchivesThatNobodyGoesOnWith() throws IOException {
    // given
    var deep = Files.createDirectories(folder.resolve("season/quarry"));
    var old = Files.createFile(deep.resolve(PART));
    var note = Files.createFile(deep.resolve(PART + ".etag"));
    var young = Files.createFile(deep.resolve(".2d-x.part"));
    var other = Files.createFile(deep.resolve("notes.part"));
    for (var file : List.of(old, note, other)) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(40))));
    }

    // when
    int removed =
        new AbandonedParts(folder).removeOlderThan(Instant.now().minus(Duration.ofDays(30)));

    // then
    assertThat(removed).isEqualTo(2);
    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(other).exists();
  }
}
