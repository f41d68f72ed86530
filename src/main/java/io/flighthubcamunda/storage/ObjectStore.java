package io.flighthubcamunda.storage;

import io.flighthubcamunda.api.StorageCredential;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpStatus;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * One bucket, with one temporary credential. Safe for many threads, holds nothing that must be
 * closed. Nothing is tried twice here.
 */
public final class ObjectStore {

  private static final Set<Integer> ANOTHER =
      Set.of(HttpStatus.SC_PRECONDITION_FAILED, HttpStatus.SC_REQUESTED_RANGE_NOT_SATISFIABLE);

  private final StorageCredential credential;
  private final StoreConnections connections;
  private final StoreAddress address;
  private final RequestSigner signer;
  private final StoreFailures failures;
  private final AwsRequestOverrideConfiguration keys;

  private ObjectStore(
      StorageCredential credential, StoreConnections connections, StoreAddress address) {
    this.credential = credential;
    this.connections = connections;
    this.address = address;
    this.signer = new RequestSigner(credential, address.region(), connections.clock());
    this.failures = new StoreFailures(credential);
    this.keys =
        AwsRequestOverrideConfiguration.builder()
            .credentialsProvider(StaticCredentialsProvider.create(signer.keys()))
            .build();
  }

  /**
   * @throws StorageException when the address is unusable
   */
  public static ObjectStore of(StorageCredential credential, StoreConnections connections) {
    var address = StoreAddress.of(credential, connections.settings().allowHttp());
    return new ObjectStore(credential, connections, address);
  }

  private S3Client s3() {
    return connections.sdk(address);
  }

  /**
   * Puts one object.
   *
   * @param fileName what goes into the credential's path template
   * @param observer hears of the chunks as they leave
   * @return the ETag exactly as the store gave it, with its quotes if it has any; null when the
   *     store gave none
   * @throws java.io.UncheckedIOException when the content cannot be read
   */
  public String put(String fileName, ObjectContent content, ChunkObserver observer) {
    return send("upload of " + fileName, fileName, "", content, observer);
  }

  /**
   * Begins an upload in parts, for files beyond what one request may carry.
   *
   * @return the upload id, which the other calls about these parts want
   */
  public String startParts(String fileName) {
    return call(
        "start of the upload in parts of " + fileName,
        () ->
            s3().createMultipartUpload(
                    r -> r.overrideConfiguration(keys).bucket(bucket()).key(key(fileName)))
                .uploadId());
  }

  /**
   * Puts one part; a part of the same number is replaced.
   *
   * @param number 1 to 10,000
   * @return as {@link #put}
   */
  public String putPart(
      String fileName, String uploadId, int number, ObjectContent content, ChunkObserver observer) {
    var query = "partNumber=%d&uploadId=%s".formatted(number, StoreAddress.encoded(uploadId));
    var what = "upload of part %d of %s".formatted(number, fileName);
    return send(what, fileName, query, content, observer);
  }

  /**
   * Makes one object of the parts 1, 2, 3, ...
   *
   * @param etags as the parts gave them, in order
   * @return the ETag of the object, which is no MD5
   */
  public String completeParts(String fileName, String uploadId, List<String> etags) {
    var parts =
        IntStream.range(0, etags.size())
            .mapToObj(i -> CompletedPart.builder().partNumber(i + 1).eTag(etags.get(i)).build())
            .toList();
    // A store may find its error after it said 200; the SDK reads the body for it.
    return call(
        "completion of the parts of " + fileName,
        () ->
            s3().completeMultipartUpload(
                    r ->
                        r.overrideConfiguration(keys)
                            .bucket(bucket())
                            .key(key(fileName))
                            .uploadId(uploadId)
                            .multipartUpload(all -> all.parts(parts)))
                .eTag());
  }

  /** Lets the store forget the parts, which cost money as long as they lie there. */
  public void abandonParts(String fileName, String uploadId) {
    call(
        "removal of the parts of " + fileName,
        () ->
            s3().abortMultipartUpload(
                    r ->
                        r.overrideConfiguration(keys)
                            .bucket(bucket())
                            .key(key(fileName))
                            .uploadId(uploadId)));
  }

  /** ETags of the parts that the store has, by part number, in order. */
  public Map<Integer, String> listParts(String fileName, String uploadId) {
    return call(
        "list of the parts of " + fileName,
        () -> {
          var etags = new TreeMap<Integer, String>();
          s3().listPartsPaginator(
                  r ->
                      r.overrideConfiguration(keys)
                          .bucket(bucket())
                          .key(key(fileName))
                          .uploadId(uploadId))
              .parts()
              .forEach(part -> etags.put(part.partNumber(), part.eTag()));
          return etags;
        });
  }

  /**
   * An object in the store.
   *
   * @param size bytes
   * @param etag exactly as the store gave it
   */
  public record Found(long size, String etag) {}

  /**
   * Looks at an object.
   *
   * @return empty where the store says no size, or the key may not look: one that may write need
   *     not be one that may read
   */
  public Optional<Found> find(String fileName) {
    try {
      return call(
          "look at " + fileName,
          () -> {
            var head =
                s3().headObject(
                        r -> r.overrideConfiguration(keys).bucket(bucket()).key(key(fileName)));
            return Optional.ofNullable(head.contentLength())
                .map(size -> new Found(size, head.eTag()));
          });
    } catch (StorageException e) {
      if (e.kind() == StorageException.Kind.CREDENTIAL) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Whether it is Amazon's own, whose rules for ETags are known. */
  public boolean isAmazon() {
    return address.amazon();
  }

  /** Opens a whole object for reading. */
  public OpenObject get(String key) {
    return get(key, 0, "");
  }

  /**
   * Opens an object for reading.
   *
   * @param key as FlightHub gave it
   * @param from first byte that is wanted
   * @param etag of the object that the bytes before came from; what comes begins at 0 when the
   *     object is another one by now. Empty with {@code from} 0
   */
  public OpenObject get(String key, long from, String etag) {
    var what = "download of " + key;
    var request = new HttpGet(address.uri(bucket(), key, ""));
    signer
        .get(address.uri(bucket(), key, ""))
        .forEach((name, values) -> request.setHeader(name, values.getFirst()));
    if (from > 0) {
      // Not If-Range, which not every store knows.
      request.setHeader("Range", "bytes=" + from + "-");
      request.setHeader("If-Match", etag);
    }
    try {
      var answer = connections.http().executeOpen(null, request, null);
      if (answer.getCode() == HttpStatus.SC_OK
          || answer.getCode() == HttpStatus.SC_PARTIAL_CONTENT) {
        return opened(request, answer);
      }
      try (answer) {
        if (from > 0 && ANOTHER.contains(answer.getCode())) {
          request.abort();
          return get(key, 0, "");
        }
        throw refused(what, answer);
      } finally {
        request.abort();
      }
    } catch (IOException e) {
      throw failures.brokeOff(what, e);
    }
  }

  private static OpenObject opened(HttpGet request, ClassicHttpResponse answer) throws IOException {
    try {
      return OpenObject.of(request, answer);
    } catch (IOException | RuntimeException e) {
      request.abort();
      throw e;
    }
  }

  private String send(
      String what, String fileName, String query, ObjectContent content, ChunkObserver observer) {
    var request = new HttpPut(address.uri(bucket(), key(fileName), query));
    request.setConfig(connections.ofUploads());
    signer
        .put(address.uri(bucket(), key(fileName), query))
        .forEach((name, values) -> request.setHeader(name, values.getFirst()));
    var chunk = connections.chunks().take();
    try (var watched = connections.stalls().watch(request::abort)) {
      request.setEntity(new ObjectEntity(content, observer, watched, chunk));
      try {
        return connections.http().execute(request, answer -> etag(what, answer));
      } catch (IOException e) {
        throw watched.stalled()
            ? failures.stalled(what, connections.settings().stallTimeout(), e)
            : failures.brokeOff(what, e);
      }
    } finally {
      connections.chunks().giveBack(chunk);
    }
  }

  private String etag(String what, ClassicHttpResponse answer) throws IOException {
    if (answer.getCode() == 200) {
      return header(answer, "ETag");
    }
    throw refused(what, answer);
  }

  private StorageException refused(String what, ClassicHttpResponse answer) throws IOException {
    connections.clock().heard(header(answer, "Date"));
    var body = answer.getEntity() == null ? null : answer.getEntity().getContent();
    return failures.refused(
        what,
        Refusal.of(
            answer.getCode(),
            ErrorDocument.code(body),
            header(answer, "Retry-After"),
            Instant.now()),
        null);
  }

  private static String header(ClassicHttpResponse answer, String name) {
    Header header = answer.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private static String header(AwsErrorDetails details, String name) {
    return details == null || details.sdkHttpResponse() == null
        ? null
        : details.sdkHttpResponse().firstMatchingHeader(name).orElse(null);
  }

  private <T> T call(String what, Supplier<T> request) {
    try {
      return request.get();
    } catch (S3Exception e) {
      var details = e.awsErrorDetails();
      var code = details == null || details.errorCode() == null ? "" : details.errorCode();
      connections.clock().heard(header(details, "Date"));
      throw failures.refused(
          what, Refusal.of(e.statusCode(), code, header(details, "Retry-After"), Instant.now()), e);
    } catch (SdkException e) {
      throw failures.brokeOff(what, e);
    }
  }

  private String bucket() {
    return credential.cloudBucketName();
  }

  private String key(String fileName) {
    return credential.keyOf(fileName);
  }
}
