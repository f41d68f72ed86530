package io.flighthubcamunda.imageset;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.api.ReconstructionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSetPlansTest {

  private static final Set<ReconstructionType> THREE_D = Set.of(ReconstructionType.THREE_D);

  @TempDir Path folder;

  private final AtomicLong now = new AtomicLong();
  private final ImageSetPlans plans = new ImageSetPlans(now::get);
  private CountingSource source;
  private String fingerprint;

  @BeforeEach
  void createFiles() throws IOException {
    for (int i = 0; i < 20; i++) {
      Files.write(folder.resolve("IMG_%02d.JPG".formatted(i)), new byte[] {1});
    }
    fingerprint = fingerprint(folder);
    source = new CountingSource(new FolderSource(folder));
  }

  @Test
  void shouldListAFolderOnceForAllItsBatches() throws Exception {
    // when
    try (var batches = Executors.newFixedThreadPool(8)) {
      IntStream.range(0, 50).forEach(i -> batches.submit(this::plan));
    }

    // then
    assertThat(plan().fileCount()).isEqualTo(20);
    assertThat(source.scans()).isEqualTo(1);
  }

  @Test
  void shouldListAgainAfterSomeMinutes() {
    // given
    plan();

    // when
    now.addAndGet(Duration.ofMinutes(6).toNanos());
    plan();

    // then
    assertThat(source.scans()).isEqualTo(2);
  }

  @Test
  void shouldListAgainAfterAFailure() {
    // given
    plan();

    // when
    plans.forget(fingerprint);
    plan();

    // then
    assertThat(source.scans()).isEqualTo(2);
  }

  @Test
  void shouldRememberNothingThatWasNotChecked() throws IOException {
    // given
    Files.write(folder.resolve("new.JPG"), new byte[] {1});

    // when / then
    assertThat(plan().fingerprint()).isNotEqualTo(fingerprint);
    assertThat(plan().fileCount()).isEqualTo(21);
    assertThat(source.scans()).isEqualTo(2);
  }

  @Test
  void shouldKeepOnlyAFewPlans(@TempDir Path others) throws IOException {
    // given
    plan();

    // when
    for (int i = 0; i < 4; i++) {
      Path other = Files.createDirectory(others.resolve("other" + i));
      Files.write(other.resolve("a.JPG"), new byte[] {1});
      plans.plan(
          new FolderSource(other), THREE_D, List.of(), BatchLimits.DEFAULT, fingerprint(other));
    }
    plan();

    // then
    assertThat(source.scans()).isEqualTo(2);
  }

  private ImageSetPlan plan() {
    return plans.plan(source, THREE_D, List.of(), BatchLimits.DEFAULT, fingerprint);
  }

  private static String fingerprint(Path folder) {
    return ImageSetPlan.of(new FolderSource(folder).scan(THREE_D), List.of(), BatchLimits.DEFAULT)
        .fingerprint();
  }
}
