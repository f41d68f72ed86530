package io.flighthubcamunda.source;

import io.flighthubcamunda.imageset.FileKind;
import io.flighthubcamunda.imageset.ImageSetException;
import io.flighthubcamunda.imageset.ImageSetException.Code;

/**
 * An object's key below a prefix, which is the file's relative path. A store takes any text for a
 * key; taken are only those that could be a path on every disk.
 */
record ObjectKey(String relativePath) {

  /** What the longest path on a common disk has, in characters; a store's keys end at 1,024. */
  private static final int LONGEST = 1024;

  /** Whether each part of a path could be a file's name. */
  static boolean isPlain(String path) {
    String inner = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (inner.length() > LONGEST || inner.chars().anyMatch(ObjectKey::isRefused)) {
      return false;
    }
    for (String part : inner.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRefused(int c) {
    return Character.isISOControl(c) || c == '\\';
  }

  /** Some tools keep an empty object to show a folder. */
  boolean isFolder() {
    return relativePath.isEmpty() || relativePath.endsWith("/");
  }

  /** What the file is; hidden when it or a folder above it is. */
  FileKind kind() {
    FileKind kind = FileKind.HIDDEN;
    for (String part : relativePath.split("/")) {
      kind = FileKind.of(part);
      if (kind == FileKind.HIDDEN && !part.equals("..") && !part.equals(".")) {
        return kind;
      }
    }
    return kind;
  }

  /**
   * @throws ImageSetException UNREADABLE
   */
  void requirePlain(S3Location location) {
    if (!isPlain(relativePath)) {
      throw new ImageSetException(
          Code.UNREADABLE,
          "The object \"%s\" in %s can't be taken for a file: its key holds an empty part, \"..\", a"
                  .formatted(relativePath.replaceAll("\\p{Cntrl}", "?"), location)
              + " backslash or a control character; rename it or move it away.");
    }
  }
}
