package io.flighthubcamunda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.SharedByTests;
import io.flighthubcamunda.source.SourceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a person at a terminal may name besides a folder. */
@ResourceLock(SharedByTests.PROCESS)
class CheckSourcesTest {

  private final Terminal terminal = new Terminal();

  @TempDir private Path folder;

  @Test
  void shouldCheckTheFilesOfAList() throws IOException {
    // given
    TestPhotographs.write(folder, 6);
    var names = new StringBuilder("# all but one\n");
    try (var files = Files.list(folder)) {
      files.sorted().limit(5).forEach(file -> names.append(file.getFileName()).append('\n'));
    }
    var list = Files.writeString(folder.resolve("north.txt"), names);

    // when
    var code = terminal.run("check", list.toString());

    // then
    assertThat(code).as(terminal.err()).isEqualTo(ExitCode.OK);
    assertThat(terminal.out())
        .contains("Image set    north")
        .containsPattern("Files +5 \\(5 photographs\\)");
  }

  @Test
  void shouldNameTheLineOfAListThatIsWrong() throws IOException {
    // given
    var list = Files.writeString(folder.resolve("north.txt"), "\nmissing.JPG\n");

    // when
    var code = terminal.run("check", list.toString());

    // then
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err())
        .contains("Line 2 of the list file", "\"missing.JPG\", which does not exist")
        .hasLineCount(1);
  }

  @Test
  void shouldCheckABucket() throws IOException {
    // given
    TestPhotographs.write(folder, 5);
    try (var store = SourceStore.start();
        var files = Files.list(folder)) {
      for (var file : files.toList()) {
        store.put("site/" + file.getFileName(), Files.readAllBytes(file));
      }

      // when
      var code = checkWithKeysOf(store);

      // then
      assertThat(code).as(terminal.err()).isEqualTo(ExitCode.OK);
      assertThat(terminal.out())
          .contains("Source       s3://surveys/site")
          .containsPattern("Files +5 \\(5 photographs\\)");
    }
  }

  /** The keys stand where AWS's tools look for them; what stood there before comes back. */
  private int checkWithKeysOf(SourceStore store) {
    var keys =
        Map.of(
            "aws.accessKeyId", store.accessKeyId(),
            "aws.secretAccessKey", store.secretAccessKey());
    var before = new HashMap<String, String>();
    keys.forEach((name, value) -> before.put(name, System.setProperty(name, value)));
    try {
      return terminal.run(
          "check", "s3://surveys/site", "--flighthub.source.s3.endpoint=" + store.endpoint());
    } finally {
      before.forEach(
          (name, value) -> {
            if (value == null) {
              System.clearProperty(name);
            } else {
              System.setProperty(name, value);
            }
          });
    }
  }
}
