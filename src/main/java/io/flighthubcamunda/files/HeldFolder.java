package io.flighthubcamunda.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;

/**
 * A folder that stays the same one though its path, or one above it, may be swapped for a link: it
 * is reached step by step from a trusted folder without following any link, and then held open.
 * Where the system cannot do that (Windows), links are looked for before each use instead.
 *
 * <p>File names are names, never paths. Not for several threads.
 */
public final class HeldFolder implements AutoCloseable {

  private final Path trusted;
  private final Path path;
  private final DirectoryStream<Path> stream;

  private HeldFolder(Path trusted, Path path, DirectoryStream<Path> stream) {
    this.trusted = trusted;
    this.path = path;
    this.stream = stream;
  }

  /**
   * @param trusted may itself be reached by links
   * @param folder the trusted folder or one below it, both absolute and normal
   * @throws FileSystemException when a link lies between them, or it is no folder
   */
  public static HeldFolder open(Path trusted, Path folder) throws IOException {
    if (!folder.startsWith(trusted)) {
      throw new FileSystemException(folder.toString(), null, "it does not lie below " + trusted);
    }
    var stream = Files.newDirectoryStream(trusted);
    try {
      if (stream instanceof SecureDirectoryStream<Path>) {
        for (var name : steps(trusted, folder)) {
          stream = step((SecureDirectoryStream<Path>) stream, name);
        }
      }
      var held = new HeldFolder(trusted, folder, stream);
      held.requireNoLink();
      return held;
    } catch (IOException | RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  private static Iterable<Path> steps(Path trusted, Path folder) {
    return folder.equals(trusted) ? Set.of() : trusted.relativize(folder);
  }

  private static DirectoryStream<Path> step(SecureDirectoryStream<Path> from, Path name)
      throws IOException {
    try (from) {
      return from.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** Where it was found; may meanwhile lead elsewhere. */
  public Path path() {
    return path;
  }

  /**
   * @param options of {@link FileChannel#open(Path, Set, java.nio.file.attribute.FileAttribute[])};
   *     a link is never followed
   */
  public FileChannel open(String name, Set<? extends OpenOption> options) throws IOException {
    return open(plain(name), options);
  }

  /**
   * @param name for names that are no text on this machine
   */
  public FileChannel open(Path name, Set<? extends OpenOption> options) throws IOException {
    requirePlain(name);
    var withoutLinks = new HashSet<OpenOption>(options);
    withoutLinks.add(LinkOption.NOFOLLOW_LINKS);
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return (FileChannel) secure.newByteChannel(name, withoutLinks);
    }
    requireNoLink();
    return FileChannel.open(path.resolve(name), withoutLinks);
  }

  /** Replaces what has the new name, in one step. */
  public void rename(String from, String to) throws IOException {
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      secure.move(plain(from), secure, plain(to));
      return;
    }
    requireNoLink();
    Files.move(
        path.resolve(plain(from)),
        path.resolve(plain(to)),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  public void deleteIfExists(String name) throws IOException {
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      try {
        secure.deleteFile(plain(name));
      } catch (NoSuchFileException e) {
        // That is what was wanted.
      }
      return;
    }
    requireNoLink();
    Files.deleteIfExists(path.resolve(plain(name)));
  }

  /**
   * The path of a file in this folder, for those who need one.
   *
   * @throws FileSystemException when the path leads to another file by now
   */
  public Path pathOf(String name) throws IOException {
    var there = path.resolve(plain(name));
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      var held =
          secure
              .getFileAttributeView(
                  plain(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
              .readAttributes();
      var found = Files.readAttributes(there, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (held.fileKey() != null && !held.fileKey().equals(found.fileKey())) {
        throw replaced();
      }
    }
    return there;
  }

  private Path plain(String name) throws FileSystemException {
    var plain = path.getFileSystem().getPath(name);
    requirePlain(plain);
    return plain;
  }

  private static void requirePlain(Path name) throws FileSystemException {
    if (name.isAbsolute()
        || name.getNameCount() != 1
        || !name.equals(name.normalize())
        || name.toString().isEmpty()) {
      throw new FileSystemException(name.toString(), null, "it is no plain file name");
    }
  }

  /** Free bytes on the disk that it lies on. */
  public long freeBytes() throws IOException {
    return Files.getFileStore(path).getUsableSpace();
  }

  private void requireNoLink() throws IOException {
    if (stream instanceof SecureDirectoryStream<Path>) {
      return;
    }
    var at = trusted;
    for (var name : steps(trusted, path)) {
      at = at.resolve(name);
      if (Files.isSymbolicLink(at)) {
        throw replaced();
      }
    }
  }

  private FileSystemException replaced() {
    return new FileSystemException(path.toString(), null, "it was replaced by a link");
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
