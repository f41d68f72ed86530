package io.flighthubcamunda.worker.job;

import static io.flighthubcamunda.api.ReconstructionType.THREE_D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.flighthubcamunda.imageset.BatchLimits;
import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.imageset.ImageSetCheck;
import io.flighthubcamunda.result.ResultFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckPageTest {

  @TempDir private Path folder;

  @Test
  void shouldWriteThePageIntoTheResultFolder() throws IOException {
    // when
    write(true);

    // then
    assertThat(folder.resolve("results/quarry")).isDirectoryContaining("glob:**/image-set.html");
    assertThat(folder.resolve("results/quarry/image-set.html"))
        .content()
        .contains("hold no photographs");
  }

  @Test
  void shouldGoOnWhenThePageCannotBeWritten() throws IOException {
    // given
    Files.createDirectories(folder.resolve("results"));
    Files.writeString(folder.resolve("results/quarry"), "in the way");

    // when / then
    assertThatCode(() -> write(true)).doesNotThrowAnyException();
  }

  @Test
  void shouldWriteNothingWhenNobodyWantsIt() throws IOException {
    // when
    write(false);

    // then
    assertThat(folder.resolve("results")).doesNotExist();
  }

  private void write(boolean wanted) throws IOException {
    var photographs = Files.createDirectories(folder.resolve("photographs"));
    var source = new FolderSource(photographs);
    var draft = new CheckPage(new ResultFolder(folder.resolve("results")), wanted).draft();
    var report =
        new ImageSetCheck()
            .check(source, null, Set.of(THREE_D), BatchLimits.DEFAULT, draft.listener());
    draft.write("quarry", "uuid", report, Set.of(THREE_D), source);
  }
}
