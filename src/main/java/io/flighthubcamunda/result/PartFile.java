package io.flighthubcamunda.result;

import io.flighthubcamunda.files.HeldFolder;
import io.flighthubcamunda.storage.OpenObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * What there is of an archive so far. Beside it stands from which way and which object it came, so
 * that another attempt, even of another worker, can go on where this one ended. While somebody has
 * it open nobody else uses it.
 */
final class PartFile implements AutoCloseable {

  private static final Set<StandardOpenOption> OPEN =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

  private static final int LONGEST_NOTE = 1024;

  private final HeldFolder folder;
  private final String name;
  private final FileChannel channel;
  private String origin;

  private PartFile(HeldFolder folder, String name, FileChannel channel, String origin) {
    this.folder = folder;
    this.name = name;
    this.channel = channel;
    this.origin = origin;
  }

  /** Opens what is there; a new one under another name when somebody else has it. */
  static PartFile open(HeldFolder folder, String name) throws IOException {
    var channel = folder.open(name, OPEN);
    if (locked(channel)) {
      return new PartFile(folder, name, channel, readNote(folder, name));
    }
    channel.close();
    var another = name.replace(".part", "-" + UUID.randomUUID() + ".part");
    return new PartFile(folder, another, folder.open(another, OPEN), "");
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  String name() {
    return name;
  }

  long size() throws IOException {
    return channel.size();
  }

  /** The ETag to go on with; empty when nothing is there that this way could go on with. */
  String etagOf(ArchiveSource source) throws IOException {
    var begin = source.name() + "\n";
    return size() > 0 && origin.startsWith(begin) ? origin.substring(begin.length()) : "";
  }

  /**
   * Makes what is there fit to what comes: keeps what lies before it, or throws all away.
   *
   * @return whether anything was kept
   */
  boolean accept(ArchiveSource source, OpenObject object) throws IOException {
    var comes = source.name() + "\n" + object.etag();
    var fits = object.begin() <= size() && (size() == 0 || comes.equals(origin));
    channel.truncate(fits ? object.begin() : 0);
    if (size() == 0) {
      // A weak ETag does not promise the same bytes.
      note(object.etag().isEmpty() || object.etag().startsWith("W/") ? "" : comes);
    }
    return fits;
  }

  void append(ByteBuffer bytes) throws IOException {
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Reads from the beginning to the end. */
  FileChannel fromBeginning() throws IOException {
    return channel.position(0);
  }

  OptionalLong missing(OptionalLong whole) throws IOException {
    return whole.isEmpty() ? whole : OptionalLong.of(whole.getAsLong() - size());
  }

  /** Makes it the file of this name. */
  void become(String fileName) throws IOException {
    channel.force(true);
    folder.rename(name, fileName);
    folder.deleteIfExists(noteName(name));
  }

  /** Nothing of it stays. */
  void delete() {
    try {
      channel.truncate(0);
      folder.deleteIfExists(name);
      folder.deleteIfExists(noteName(name));
    } catch (IOException e) {
      // The error at hand matters more than a leftover.
    }
  }

  private void note(String text) throws IOException {
    origin = text;
    if (text.isEmpty()) {
      folder.deleteIfExists(noteName(name));
      return;
    }
    try (var note =
        folder.open(
            noteName(name),
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING))) {
      note.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static String readNote(HeldFolder folder, String name) {
    try (var note = folder.open(noteName(name), Set.of(StandardOpenOption.READ))) {
      var bytes = ByteBuffer.allocate(LONGEST_NOTE);
      while (bytes.hasRemaining() && note.read(bytes) >= 0) {
        // On to the end.
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static String noteName(String name) {
    return name + ".etag";
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
