package io.flighthubcamunda.drill;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTailTest {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("records.jsonl");
  }

  private void append(String text) throws IOException {
    Files.writeString(file(), text, CREATE, APPEND);
  }

  private static List<Long> positions(List<JsonNode> records) {
    return records.stream().map(entry -> entry.path("position").asLong()).toList();
  }

  @Test
  void shouldReadOnWhereItStopped() throws IOException {
    // given
    var tail = new RecordTail(file());
    assertThat(tail.next()).isEmpty();
    append("\n{\"position\":1}\n{\"position\":2}\n{\"posi");

    // then
    assertThat(positions(tail.next())).containsExactly(1L, 2L);
    append("tion\":3}\n");
    assertThat(positions(tail.next())).containsExactly(3L);
    assertThat(tail.next()).isEmpty();
  }

  @Test
  void shouldReadOnceWhatAKilledBrokerWroteTwice() throws IOException {
    // given: a line that was cut off, and records that come again
    var tail = new RecordTail(file());
    append("{\"position\":1}\n{\"position\":2}\n{\"position\":3,\"val");
    append("\n{\"position\":2}\n{\"position\":3}\n");

    // then
    assertThat(positions(tail.next())).containsExactly(1L, 2L, 3L);
  }
}
