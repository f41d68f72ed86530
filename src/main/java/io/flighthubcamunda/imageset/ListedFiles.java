package io.flighthubcamunda.imageset;

import io.flighthubcamunda.imageset.ImageSetException.Code;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a list file names.
 *
 * @param paths real paths of files, each below an image root, each once
 * @param repeated those that were named more than once
 */
record ListedFiles(Set<Path> paths, FileTally repeated) {

  /** Room for as many paths as an image set may have, even long ones. */
  private static final long MOST_BYTES = 64L << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * Reads a list file.
   *
   * @throws ImageSetException BAD_LIST or OUTSIDE_ROOTS with the number of the line, FOLDER_MISSING
   *     when the list is gone, UNREADABLE when it may not be read
   */
  static ListedFiles read(Path list, ImageFolderRoots roots) {
    try {
      if (Files.size(list) > MOST_BYTES) {
        throw new ImageSetException(
            Code.BAD_LIST,
            "The list file \"%s\" is too long to be a list of photographs: write one path per line."
                .formatted(list));
      }
      return read(list, roots, new ListedFiles(new TreeSet<>(), new FileTally()));
    } catch (CharacterCodingException e) {
      throw new ImageSetException(
          Code.BAD_LIST,
          "The list file \"%s\" is not UTF-8 text: save it as UTF-8 with one path per line."
              .formatted(list),
          e);
    } catch (NoSuchFileException e) {
      throw new ImageSetException(
          Code.FOLDER_MISSING, "The list file \"%s\" does not exist.".formatted(list), e);
    } catch (IOException e) {
      throw new ImageSetException(
          Code.UNREADABLE,
          "The list file \"%s\" could not be read (%s).".formatted(list, e.getMessage()),
          e);
    }
  }

  private static ListedFiles read(Path list, ImageFolderRoots roots, ListedFiles listed)
      throws IOException {
    try (InputStream in = Files.newInputStream(list);
        // A decoder of its own: the usual one replaces what it cannot decode.
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = withoutMark(line, number).strip();
        if (!text.isEmpty() && !text.startsWith("#")) {
          listed.add(new Line(list, number, text).file(roots), list);
        }
      }
    }
    return listed;
  }

  private static String withoutMark(String line, int number) {
    return number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK
        ? line.substring(1)
        : line;
  }

  private void add(Path file, Path list) {
    if (!paths.add(file)) {
      repeated.add(String.valueOf(file.getFileName()));
    } else if (paths.size() > FileList.MOST_FILES) {
      throw new ImageSetException(
          Code.TOO_MANY_FILES,
          "The list file \"%s\" names more than %,d files, more than any reconstruction takes."
              .formatted(list, FileList.MOST_FILES));
    }
  }

  /** The lowest folder that holds all files; that of the list where it names none. */
  Path commonFolder(Path list) {
    Path common = null;
    for (Path file : paths) {
      Path folder = file.getParent();
      if (common == null) {
        common = folder;
      }
      while (!folder.startsWith(common)) {
        common = common.getParent();
      }
    }
    return common == null ? list.getParent() : common;
  }

  private record Line(Path list, int number, String text) {

    Path file(ImageFolderRoots roots) {
      Path named = parse();
      Path real = real(named, roots);
      if (!roots.contains(real)) {
        throw outside();
      }
      if (!Files.isRegularFile(real)) {
        throw bad(Code.BAD_LIST, "which is not a file: name each photograph", null);
      }
      return real;
    }

    private Path parse() {
      try {
        return list.resolveSibling(text);
      } catch (InvalidPathException e) {
        throw bad(Code.BAD_LIST, "which cannot be a path on this machine", e);
      }
    }

    private Path real(Path named, ImageFolderRoots roots) {
      try {
        return named.toRealPath();
      } catch (IOException e) {
        // Outside of the roots nobody learns what exists and what does not.
        if (!roots.contains(named.normalize())) {
          throw outside();
        }
        throw Files.notExists(named)
            ? bad(Code.BAD_LIST, "which does not exist", e)
            : bad(Code.UNREADABLE, "which may not be read by this user", e);
      }
    }

    private ImageSetException outside() {
      return bad(Code.OUTSIDE_ROOTS, "which does not lie under a configured image root", null);
    }

    private ImageSetException bad(Code code, String what, Exception cause) {
      return new ImageSetException(
          code,
          "Line %d of the list file \"%s\" names \"%s\", %s.".formatted(number, list, text, what),
          cause);
    }
  }
}
