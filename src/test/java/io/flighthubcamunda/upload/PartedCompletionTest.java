package io.flighthubcamunda.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.imageset.PlannedFile;
import io.flighthubcamunda.imageset.SourceFile;
import io.flighthubcamunda.storage.ContentMd5;
import io.flighthubcamunda.storage.ObjectStore;
import io.flighthubcamunda.storage.StorageException;
import io.flighthubcamunda.storage.TestCredential;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a store that answers what a test wants. */
class PartedCompletionTest {

  private static final byte[] MD5 = ContentMd5.start().digest(new byte[] {1, 2, 3});
  private static final String ETAG = HexFormat.of().formatHex(MD5);
  private static final String OTHER = "0cc175b9c0f1b6a831c399e269772661-2";
  private static final PlannedFile FILE =
      new PlannedFile(new SourceFile("A.LDR", 6, Instant.EPOCH, false), "A.LDR");

  private static PartedObject twoParts(String etag) {
    var object = new PartedObject("A.LDR", "u", TestCredential.at("aws", "http://127.0.0.1:1"));
    object.sent(1, new FileUpload.Sent(etag, Optional.of(MD5)));
    object.sent(2, new FileUpload.Sent(etag, Optional.of(MD5)));
    return object;
  }

  private static ObjectStore store(String cloud, RawServer server) {
    return ObjectStore.of(
        TestCredential.at(cloud, server.uri().toString()), TestCredential.connections());
  }

  /** A store that says of the object how long it is. */
  private static RawServer holding(long bytes) {
    return RawServer.answering(
        (exchange, raw) -> {
          exchange.getResponseHeaders().set("Content-Length", Long.toString(bytes));
          exchange.getResponseHeaders().set("ETag", OTHER);
          exchange.sendResponseHeaders(200, -1);
        });
  }

  @Test
  void shouldNoticeThatAmazonMadeAnotherObjectOfTheParts() {
    try (var server = holding(6)) {
      var store = store("aws", server);
      assertThatThrownBy(
              () -> new PartedCompletion(store, true).require(FILE, twoParts(ETAG), OTHER))
          .isInstanceOfSatisfying(
              StorageException.class,
              e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.PASSING))
          .hasMessageContaining("A.LDR")
          .hasMessageContaining(OTHER);
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void shouldAskForNothingWhereTheEtagProvesThePartsOrNobodyWantsAProof() {
    var digest = ContentMd5.start();
    digest.update(MD5);
    digest.update(MD5);
    var right = "\"" + HexFormat.of().formatHex(digest.digest()) + "-2\"";
    try (var server = holding(5)) {
      var store = store("minio", server);
      assertThatCode(
              () -> {
                new PartedCompletion(store, true).require(FILE, twoParts(ETAG), right);
                new PartedCompletion(store, false).require(FILE, twoParts(ETAG), OTHER);
              })
          .doesNotThrowAnyException();
      assertThat(server.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"minio, true", "aws, false"})
  void shouldLookAtTheSizeWhereTheEtagIsMadeByAnotherRule(String cloud, boolean md5) {
    var parts = twoParts(md5 ? ETAG : "made-up");
    try (var whole = holding(6);
        var shorter = holding(5)) {
      var right = store(cloud, whole);
      var wrong = store(cloud, shorter);
      assertThatCode(() -> new PartedCompletion(right, true).require(FILE, parts, OTHER))
          .doesNotThrowAnyException();
      assertThatThrownBy(() -> new PartedCompletion(wrong, true).require(FILE, parts, OTHER))
          .isInstanceOf(StorageException.class)
          .hasMessage("The store holds 5 bytes of A.LDR, and 6 were sent.");
    }
  }

  @Test
  void shouldTakeTheCountOfBytesWhereTheKeyMayNotLook() {
    try (var server = RawServer.answering(403, "")) {
      var store = store("minio", server);
      assertThatCode(() -> new PartedCompletion(store, true).require(FILE, twoParts(ETAG), OTHER))
          .doesNotThrowAnyException();
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void shouldFindTheObjectWhoseCompletionWasNotHeardOf() throws IOException {
    // given
    try (var server =
        RawServer.answering(
            (exchange, raw) -> {
              if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", "6");
                exchange.getResponseHeaders().set("ETag", OTHER);
                exchange.sendResponseHeaders(200, -1);
              } else if (raw.asked().size() == 1) {
                RawServer.send(exchange, 500, Map.of(), "");
              } else {
                RawServer.send(exchange, 404, Map.of(), "<Error><Code>NoSuchUpload</Code></Error>");
              }
            })) {
      var store = store("minio", server);
      var request = new PartedCompletion(store, true).request(FILE, twoParts(ETAG));

      // when
      assertThatThrownBy(request::get).hasMessageContaining("HTTP 500");

      // then
      assertThat(request.get()).isEqualTo(OTHER);
    }
  }
}
