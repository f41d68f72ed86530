package io.flighthubcamunda.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** The bucket as FlightHub itself sees it, without keys and signatures. */
final class ObjectStore implements AutoCloseable {

  static final String BUCKET = "flighthub-open-model";
  static final String REGION = "us-east-1";

  private final EtagRecorder blobs;
  private final Optional<TemporaryFolder> temporary;

  private ObjectStore(EtagRecorder blobs, Optional<TemporaryFolder> temporary) {
    this.blobs = blobs;
    this.temporary = temporary;
  }

  static ObjectStore open(Optional<Path> directory) throws IOException {
    Optional<TemporaryFolder> temporary =
        directory.isPresent() ? Optional.empty() : Optional.of(TemporaryFolder.create());
    Path root = directory.or(() -> temporary.map(TemporaryFolder::path)).orElseThrow();
    Files.createDirectories(root);
    EtagRecorder blobs =
        new EtagRecorder(new SatisfiableRanges(new FilesystemNio2BlobStore(root.toString())));
    if (!blobs.containerExists(BUCKET)) {
      blobs.createContainer(BUCKET);
    }
    return new ObjectStore(blobs, temporary);
  }

  EtagRecorder blobs() {
    return blobs;
  }

  /** An object that is there; the ETag has no quotes. */
  record StoredObject(long sizeBytes, String etag) {}

  Optional<StoredObject> find(String key) {
    HeadObjectResponse head = blobs.blobMetadataIfPresent(BUCKET, key);
    return Optional.ofNullable(head)
        .map(
            found ->
                new StoredObject(
                    found.contentLength(),
                    blobs.etag(key).orElseGet(() -> found.eTag().replace("\"", ""))));
  }

  InputStream read(String key) {
    return blobs.getBlob(BUCKET, key);
  }

  void write(String key, byte[] content) {
    PutObjectRequest request =
        PutObjectRequest.builder()
            .bucket(BUCKET)
            .key(key)
            .contentLength((long) content.length)
            .contentType("application/zip")
            .build();
    blobs.putBlob(request, new ByteArrayInputStream(content));
  }

  void remove(String key) {
    blobs.removeBlob(BUCKET, key);
  }

  @Override
  public void close() {
    blobs.close();
    temporary.ifPresent(TemporaryFolder::close);
  }
}
