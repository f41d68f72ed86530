package io.flighthubcamunda.imageset;

import java.util.Locale;
import java.util.Set;

/** What a file's name tells about it; the same for every source. */
public enum FileKind {
  /** A format that DJI's client accepts as a photograph (fact sheet 2.3), or TIFF. */
  IMAGE,
  /** Anything else; a LiDAR reconstruction wants it too. */
  OTHER,
  /** What operating systems leave behind; never part of an image set. */
  HIDDEN;

  private static final Set<String> IMAGE_EXTENSIONS =
      Set.of("jpg", "jpeg", "dng", "heic", "heif", "tif", "tiff");

  /** What Windows leaves behind in folders; the traces of macOS and Linux start with a dot. */
  private static final Set<String> LEFTOVERS = Set.of("thumbs.db", "desktop.ini");

  /**
   * @param name of a file or a folder, without the folders above it
   */
  public static FileKind of(String name) {
    if (name.startsWith(".") || LEFTOVERS.contains(name.toLowerCase(Locale.ROOT))) {
      return HIDDEN;
    }
    // Blanks behind the extension are a slip of whoever named the file.
    String bare = name.strip();
    int dot = bare.lastIndexOf('.');
    boolean image =
        dot > 0 && IMAGE_EXTENSIONS.contains(bare.substring(dot + 1).toLowerCase(Locale.ROOT));
    return image ? IMAGE : OTHER;
  }
}
