package io.flighthubcamunda.source;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.FileKind;
import io.flighthubcamunda.imageset.FileList;
import io.flighthubcamunda.imageset.FileParts;
import io.flighthubcamunda.imageset.ImageSetScan;
import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.imageset.SourceFile;
import io.flighthubcamunda.imageset.SourceFileChangedException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects of a bucket below a prefix. They are read from the store whenever they are needed and
 * never put on a disk. Each is asked for by the ETag that the listing showed, so that the store
 * itself refuses another content.
 */
final class S3Source implements ImageSource {

  private static final int PRECONDITION_FAILED = 412;
  private static final int NOT_FOUND = 404;

  /** The most that stores give at once. */
  private static final int PAGE = 1000;

  private final S3Location location;
  private final S3Access access;
  private final int pageSize;

  S3Source(S3Location location, S3Access access) {
    this(location, access, PAGE);
  }

  S3Source(S3Location location, S3Access access, int pageSize) {
    this.location = location;
    this.access = access;
    this.pageSize = pageSize;
  }

  @Override
  public String name() {
    return location.name();
  }

  @Override
  public String location() {
    return location.toString();
  }

  @Override
  public ImageSetScan scan(Set<ReconstructionType> types) {
    boolean everything = types.contains(ReconstructionType.LIDAR);
    FileList files = new FileList(location());
    access.call(
        "the list of " + location,
        s3 -> {
          s3.listObjectsV2Paginator(
                  list ->
                      list.bucket(location.bucket()).prefix(location.prefix()).maxKeys(pageSize))
              .contents()
              .forEach(object -> add(object, everything, files));
          return files;
        });
    return files.scan(List.of());
  }

  private void add(S3Object object, boolean everything, FileList files) {
    var key = new ObjectKey(object.key().substring(location.prefix().length()));
    if (key.isFolder()) {
      return;
    }
    var kind = key.kind();
    if (kind == FileKind.IMAGE || everything && kind == FileKind.OTHER) {
      key.requirePlain(location);
      files.add(
          new SourceFile(
              key.relativePath(),
              object.size(),
              object.lastModified(),
              kind == FileKind.IMAGE,
              bare(object.eTag()),
              ""));
    }
  }

  @Override
  public FileParts parts(SourceFile file) {
    return new S3FileParts(this, file);
  }

  @Override
  public InputStream open(SourceFile file, long from) {
    if (file.size() == 0) {
      requireUnchanged(file);
      return InputStream.nullInputStream();
    }
    return new S3InputStream(get(file, "bytes=" + from + "-"), file.size() - from);
  }

  /**
   * @param range as the header {@code Range} has it
   */
  ResponseInputStream<GetObjectResponse> get(SourceFile file, String range) {
    return ofOne(
        file,
        s3 ->
            s3.getObject(
                get -> {
                  get.bucket(location.bucket()).key(key(file)).range(range);
                  if (!file.version().isEmpty()) {
                    get.ifMatch('"' + file.version() + '"');
                  }
                }));
  }

  @Override
  public void requireUnchanged(SourceFile file) {
    var now = ofOne(file, s3 -> s3.headObject(h -> h.bucket(location.bucket()).key(key(file))));
    file.requireSame(now.contentLength(), now.lastModified());
    if (!sameVersion(file, now)) {
      throw new SourceFileChangedException(otherContent(file));
    }
  }

  @Override
  public int readsAtOnce() {
    return S3Access.READS_AT_ONCE;
  }

  private <T> T ofOne(SourceFile file, S3Access.S3Call<T> request) {
    try {
      return access.call("%s of %s".formatted(file.relativePath(), location), request);
    } catch (S3Exception e) {
      throw new SourceFileChangedException(
          switch (e.statusCode()) {
            case NOT_FOUND ->
                "%s was there at the check and is gone now.".formatted(file.relativePath());
            case PRECONDITION_FAILED -> otherContent(file);
            default ->
                "%s changed after the check: it is shorter now.".formatted(file.relativePath());
          });
    }
  }

  private static String otherContent(SourceFile file) {
    return "%s changed after the check: another content has its name now."
        .formatted(file.relativePath());
  }

  private String key(SourceFile file) {
    return location.prefix() + file.relativePath();
  }

  private static boolean sameVersion(SourceFile file, HeadObjectResponse now) {
    return file.version().isEmpty() || file.version().equals(bare(now.eTag()));
  }

  private static String bare(String etag) {
    return etag == null ? "" : etag.replace("\"", "");
  }
}
