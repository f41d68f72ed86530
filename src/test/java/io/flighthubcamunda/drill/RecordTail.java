package io.flighthubcamunda.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads on in the file that a broker appends its records to, each record once. */
final class RecordTail {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_AT_ONCE = 16 << 20;

  private final Path file;
  private long offset;
  private long lastPosition = -1;

  RecordTail(Path file) {
    this.file = file;
  }

  /** Records that came since the last call, at most some megabytes of them. */
  List<JsonNode> next() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (var channel = Files.newByteChannel(file)) {
      channel.position(offset);
      var buffer = ByteBuffer.allocate((int) Math.min(MOST_AT_ONCE, channel.size() - offset));
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // Until it is full.
      }
      return records(buffer.array(), buffer.position());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<JsonNode> records(byte[] bytes, int length) {
    var records = new ArrayList<JsonNode>();
    int begin = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        add(new String(bytes, begin, i - begin, StandardCharsets.UTF_8), records);
        begin = i + 1;
      }
    }
    // The last line may not be complete yet.
    offset += begin;
    return records;
  }

  private void add(String line, List<JsonNode> records) {
    if (line.isBlank()) {
      return;
    }
    try {
      var entry = JSON.readTree(line);
      long position = entry.path("position").asLong();
      if (position > lastPosition) {
        lastPosition = position;
        records.add(entry);
      }
    } catch (JsonProcessingException e) {
      // Cut off when the broker was killed; it comes again.
    }
  }
}
