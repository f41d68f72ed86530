package io.flighthubcamunda.imageset;

import java.net.URI;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Turns paths below a folder into {@link SourceFile}s and back. */
final class FolderPaths {

  /** Java puts this where it cannot decode a name, for example in a container without a locale. */
  static final char UNDECODABLE = '\uFFFD';

  private FolderPaths() {}

  static SourceFile sourceFile(Path folder, Path file, BasicFileAttributes attributes) {
    String relative = relative(folder, file);
    return new SourceFile(
        relative,
        attributes.size(),
        attributes.lastModifiedTime().toInstant(),
        FileKind.of(file.getFileName().toString()) == FileKind.IMAGE,
        "",
        // The text of such a name leads to no file; its URI keeps the bytes as they are on disk.
        relative.indexOf(UNDECODABLE) >= 0 ? file.toUri().toString() : "");
  }

  static Path path(Path folder, SourceFile file) {
    return file.handle().isEmpty()
        ? folder.resolve(file.relativePath())
        : Path.of(URI.create(file.handle()));
  }

  static String relative(Path folder, Path path) {
    Path below = folder.relativize(path);
    if (below.getNameCount() == 1) {
      return below.toString();
    }
    StringBuilder joined = new StringBuilder(below.getName(0).toString());
    for (int i = 1; i < below.getNameCount(); i++) {
      joined.append('/').append(below.getName(i));
    }
    return joined.toString();
  }
}
