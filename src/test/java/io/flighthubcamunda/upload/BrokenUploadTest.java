package io.flighthubcamunda.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.storage.ContentMd5;
import io.flighthubcamunda.storage.StorageException;
import io.flighthubcamunda.storage.TestCredential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a store that answers what a test wants. */
@Timeout(30)
class BrokenUploadTest {

  private static final String OTHER_MD5 = "\"0cc175b9c0f1b6a831c399e269772661\"";

  @TempDir private Path folder;

  private static StorageCredential at(RawServer server) {
    return TestCredential.at(server.uri());
  }

  @Test
  void shouldNoticeThatTheStoreHoldsOtherBytes() throws IOException {
    // given
    var batch = TestBatch.ofFiles(folder, 1, 1000);
    try (var server = RawServer.answering(200, Map.of("ETag", OTHER_MD5), "")) {

      // then
      assertThatThrownBy(
              () -> new TestUpload(folder, 1, true).upload(batch, at(server), bytes -> {}))
          .isInstanceOfSatisfying(
              StorageException.class,
              e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.PASSING))
          .hasMessageContaining("img_0000.JPG")
          .hasMessageContaining(OTHER_MD5);
    }
  }

  @Test
  void shouldTakeOtherETagsWhereTheyAreNoMd5OrAreNotHeldAgainstIt() throws IOException {
    // given
    var batch = TestBatch.ofFiles(folder, 1, 1000);
    try (var multipart = RawServer.answering(200, Map.of("ETag", "\"9b2c-3\""), "");
        var other = RawServer.answering(200, Map.of("ETag", OTHER_MD5), "")) {

      // then
      assertThat(new TestUpload(folder, 1, true).upload(batch, at(multipart), bytes -> {}))
          .containsExactly(new UploadedFile("img_0000.JPG", "\"9b2c-3\""));
      assertThat(new TestUpload(folder, 1, false).upload(batch, at(other), bytes -> {}))
          .containsExactly(new UploadedFile("img_0000.JPG", OTHER_MD5));
    }
  }

  @ParameterizedTest
  @CsvSource({"403, e", "404, e", "200, 0123456789abcdef0123456789abcdef"})
  void shouldSendAgainWhatTheStoreDoesNotHoldOrDoesNotTell(int status, String etag)
      throws IOException {
    // given
    var batch = TestBatch.ofFiles(folder, 1, 1000);
    var puts = new AtomicLong();
    var md5 = md5(folder.resolve("img_0000.JPG"));
    try (var server =
        RawServer.answering(
            (exchange, raw) -> {
              if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", "1000");
                RawServer.send(exchange, status, Map.of("ETag", etag), "");
              } else {
                var answer = puts.incrementAndGet() == 1 ? 500 : 200;
                RawServer.send(exchange, answer, Map.of("ETag", md5), "");
              }
            })) {

      // when
      var sent = new TestUpload(folder, 1, true).upload(batch, at(server), bytes -> {});

      // then
      assertThat(sent).containsExactly(new UploadedFile("img_0000.JPG", md5));
      assertThat(server.asked())
          .extracting(RawServer.Asked::method)
          .containsExactly("PUT", "HEAD", "PUT");
    }
  }

  private static String md5(Path file) throws IOException {
    return HexFormat.of().formatHex(ContentMd5.start().digest(Files.readAllBytes(file)));
  }

  @Test
  void shouldRefuseAnUploadWithoutETag() throws IOException {
    // given
    var batch = TestBatch.ofFiles(folder, 1, 1000);
    try (var server = RawServer.answering(200, "")) {

      // then
      assertThatThrownBy(
              () -> new TestUpload(folder, 1, true).upload(batch, at(server), bytes -> {}))
          .isInstanceOfSatisfying(
              StorageException.class,
              e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.LASTING))
          .hasMessageContaining("no ETag for img_0000.JPG");
    }
  }

  @Test
  void shouldEndTheBatchAtTheFirstFailureWhichever() throws IOException {
    // given
    var batch = TestBatch.ofFiles(folder, 50, 1000);
    try (var server =
        RawServer.answering(
            (exchange, raw) -> {
              if (exchange.getRequestURI().getPath().endsWith("img_0000.JPG")) {
                raw.holdUntilClosed();
              }
              RawServer.send(exchange, 400, Map.of(), "");
            })) {

      // then
      assertThatThrownBy(
              () -> new TestUpload(folder, 2, true).upload(batch, at(server), bytes -> {}))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("HTTP 400");
      assertThat(server.asked()).hasSizeLessThan(10);
    }
  }

  @Test
  void shouldStopSoonWhenNobodyWantsTheBatch() throws IOException {
    // given
    var batch = TestBatch.ofFiles(folder, 100, 200_000);
    var sent = new AtomicLong();
    try (var server = RawServer.answering(200, Map.of("ETag", "\"e\""), "")) {

      // then
      assertThatThrownBy(
              () ->
                  new TestUpload(folder, 4, true)
                      .upload(
                          batch,
                          at(server),
                          bytes -> {
                            if (sent.addAndGet(bytes) > 1_000_000) {
                              throw new UploadCancelledException("enough");
                            }
                          }))
          .isInstanceOf(UploadCancelledException.class)
          .hasMessageStartingWith("Sending of batch 1 stopped after")
          .hasMessageEndingWith("enough");
      assertThat(sent).hasValueLessThan(4_000_000);
    }
  }

  @Test
  void shouldStopWhenItsThreadIsInterrupted() throws Exception {
    // given
    var batch = TestBatch.ofFiles(folder, 10, 1000);
    try (var server = RawServer.answering((exchange, raw) -> raw.holdUntilClosed());
        var threads = Executors.newSingleThreadExecutor()) {
      var upload =
          threads.submit(
              () -> new TestUpload(folder, 2, true).upload(batch, at(server), bytes -> {}));
      Awaitility.await().until(() -> server.asked().size() == 2);

      // when
      threads.shutdownNow();

      // then
      assertThatThrownBy(upload::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(UploadCancelledException.class);
      // A turn that comes free may be taken by a file whose thread hears of it a moment later.
      assertThat(server.asked()).hasSizeLessThanOrEqualTo(4);
    }
  }

  @Test
  void shouldSendAsManyFilesAtATimeAsAllowed() throws Exception {
    // given
    var batch = TestBatch.ofFiles(folder, 12, 1000);
    var now = new AtomicLong();
    var peak = new AtomicLong();
    try (var server =
        RawServer.answering(
            (exchange, raw) -> {
              peak.accumulateAndGet(now.incrementAndGet(), Math::max);
              Awaitility.await().pollDelay(Duration.ofMillis(20)).until(() -> true);
              now.decrementAndGet();
              RawServer.send(exchange, 200, Map.of("ETag", "\"e\""), "");
            })) {

      // when
      new TestUpload(folder, 3, true).upload(batch, at(server), bytes -> {});

      // then
      assertThat(peak.get()).isEqualTo(3);
    }
  }
}
