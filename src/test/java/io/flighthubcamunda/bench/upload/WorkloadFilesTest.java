package io.flighthubcamunda.bench.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.bench.sink.KnownContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadFilesTest {

  @TempDir Path directory;

  @Test
  void shouldMakeEachFileOnce() throws IOException {
    // given
    var said = new ArrayList<String>();
    new WorkloadFiles(Workload.SMALL, directory).make(3, said::add);

    // when
    var files = new WorkloadFiles(Workload.SMALL, directory);
    files.make(3, said::add);
    files.make(5, said::add);

    // then
    assertThat(said).hasSize(2).first().asString().startsWith("Making 3 files of 200 kB");
    assertThat(KnownContents.read(files.contents())).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void shouldGiveAFolderWithSoManyFilesAndNoMore() throws IOException {
    var files = new WorkloadFiles(Workload.SMALL, directory);
    files.make(5, line -> {});

    try (var listed = Files.list(files.folder(3))) {
      assertThat(listed).hasSize(3).allMatch(file -> file.toFile().length() == 200_000);
    }
  }
}
