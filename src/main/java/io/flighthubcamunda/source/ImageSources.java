package io.flighthubcamunda.source;

import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.imageset.ImageSetException;
import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.imageset.ListFileSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Finds the source that a text names. Safe for many threads. */
public final class ImageSources implements AutoCloseable {

  private static final String LIST_FILE = ".txt";

  private final ImageRoots roots;
  private final S3Access s3;

  public ImageSources(ImageRoots roots, S3SourceSettings settings) {
    this(roots, new S3Access(settings));
  }

  ImageSources(ImageRoots roots, S3Access s3) {
    this.roots = roots;
    this.s3 = s3;
  }

  /**
   * Opens a source; nothing is listed yet.
   *
   * @param text a folder, a list file that ends in {@code .txt}, or {@code s3://bucket/prefix}; a
   *     path may be absolute, or relative to the first root that has it
   * @throws ImageSetException when it lies outside of the roots, is not there or cannot be read
   */
  public ImageSource open(String text) {
    if (text != null && S3Location.isMeant(text)) {
      S3Location location = S3Location.parse(text);
      roots.requireAllowed(location);
      return new S3Source(location, s3);
    }
    if (text != null && text.toLowerCase(Locale.ROOT).endsWith(LIST_FILE)) {
      Path list = roots.folders().resolveAny(text);
      if (Files.isRegularFile(list)) {
        return new ListFileSource(list, roots.folders());
      }
    }
    return new FolderSource(roots.folders().resolve(text), roots.folders().real());
  }

  /** Whether a text names a place in a bucket, not a path. */
  public static boolean isBucket(String text) {
    return S3Location.isMeant(text);
  }

  /**
   * The real path of a folder or a file below an image root.
   *
   * @param text as for {@link #open}, but no bucket
   * @throws ImageSetException when it lies outside of the roots, is not there or cannot be read
   */
  public Path path(String text) {
    return roots.folders().resolveAny(text);
  }

  @Override
  public void close() {
    s3.close();
  }
}
