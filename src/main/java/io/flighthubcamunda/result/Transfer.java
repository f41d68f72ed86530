package io.flighthubcamunda.result;

import io.flighthubcamunda.storage.OpenObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an archive into its {@link PartFile}, and goes on where a transfer breaks off. */
final class Transfer {

  private static final Logger LOG = LoggerFactory.getLogger(Transfer.class);
  private static final int BUFFER = 1 << 16;

  /** Breaks in one job; after that its retry goes on, some time later. */
  private static final int MOST_BREAKS = 5;

  private final FinishedModel model;
  private final PartFile part;
  private final DiskSpace disk;
  private final Recipient recipient;

  Transfer(FinishedModel model, PartFile part, DiskSpace disk, Recipient recipient) {
    this.model = model;
    this.part = part;
    this.disk = disk;
    this.recipient = recipient;
  }

  /**
   * @throws NotThisWay before anything came
   * @throws ResultException when it broke off too often, or the disk is full
   */
  void run(ArchiveSource source) throws IOException {
    for (int breaks = 0; ; breaks++) {
      var etag = part.etagOf(source);
      // The last byte once more: perhaps all of it is there, and not every store has a good answer
      // to who asks for what lies behind the end.
      long from = etag.isEmpty() ? 0 : part.size() - 1;
      try (var object = source.open(model, from, etag)) {
        recipient.whenUnwanted(object::close);
        part.accept(source, object);
        disk.require(part.missing(object.size()));
        long before = part.size();
        var why = copy(object);
        if (why.isEmpty() && complete(object)) {
          return;
        }
        if (breaks == MOST_BREAKS || part.size() == before) {
          throw brokeOff(object, why);
        }
        LOG.info("{} The transfer goes on from there.", brokeOff(object, why).getMessage());
      }
    }
  }

  private boolean complete(OpenObject object) throws IOException {
    long size = part.size();
    if (object.size().isPresent() && size > object.size().getAsLong()) {
      throw new ResultException(
          "More came of the archive of the %s model than the %,d bytes that were announced."
              .formatted(model.type().label(), object.size().getAsLong()),
          true,
          null);
    }
    return object.size().isEmpty() || size == object.size().getAsLong();
  }

  /**
   * @return why it broke off; empty at the end of the stream
   */
  private String copy(InputStream in) throws IOException {
    var buffer = new byte[BUFFER];
    while (true) {
      int count;
      try {
        count = in.read(buffer);
      } catch (IOException e) {
        recipient.requireWanted();
        return " (the connection broke)";
      }
      if (count < 0) {
        return "";
      }
      disk.guard(() -> part.append(ByteBuffer.wrap(buffer, 0, count)));
      recipient.received(count);
    }
  }

  private ResultException brokeOff(OpenObject object, String why) throws IOException {
    var whole =
        object.size().isPresent()
            ? "%,d".formatted(object.size().getAsLong())
            : "an unknown number";
    return new ResultException(
        "The archive of the %s model broke off after %,d of %s bytes%s."
            .formatted(model.type().label(), part.size(), whole, why),
        true,
        null);
  }
}
