package io.flighthubcamunda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.cli.UploadState.Part;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What a person at a terminal, or in a log file, reads about an upload. */
class UploadViewTest {

  private static final long MEGABYTE = 1_000_000;

  private final UploadBarRenderer bar = new UploadBarRenderer();

  @Test
  void shouldShowEverythingOnAWideTerminal() {
    // given
    bar.show(upload(12, OptionalDouble.of(10e6)));

    // when
    var line = bar.render(null, 121);

    // then
    assertThat(line)
        .startsWith("Upload  50% [==================")
        .endsWith("1.20/2.40 GB  1200/2400 files  12/24 batches  10.0 MB/s  2:00 left");
  }

  @Test
  void shouldLeaveOutFilesFirstOnANarrowTerminal() {
    // given
    bar.show(upload(12, OptionalDouble.of(10e6)));

    // when
    var line = bar.render(null, 79);

    // then
    assertThat(line)
        .hasSizeLessThanOrEqualTo(79)
        .endsWith("1.20/2.40 GB  12/24 batches  10.0 MB/s  2:00 left");
    assertThat(bar.render(null, 30)).startsWith("Upload  50% [").endsWith("1.20/2.40 GB");
  }

  @Test
  void shouldNotGuessRateAndTimeLeft() {
    // given
    bar.show(upload(1, OptionalDouble.empty()));

    // when
    var line = bar.render(null, 121);

    // then
    assertThat(line).endsWith("0.10/2.40 GB  100/2400 files  1/24 batches");
  }

  @Test
  void shouldShowTheSameHoweverMuchTimePasses() {
    // given
    bar.show(upload(3, OptionalDouble.of(10e6)));

    // when
    var first = bar.render(null, 100);

    // then
    assertThat(bar.render(null, 100)).isEqualTo(first);
  }

  @Test
  void shouldNotSayThatAllIsThereBeforeTheLastFile() {
    // given
    var almost =
        new UploadState(
            new Part(2400 * MEGABYTE, 2400 * MEGABYTE),
            new Part(2399, 2400),
            new Part(23, 24),
            OptionalDouble.empty());

    // then
    assertThat(almost.percent()).isEqualTo(99);
    assertThat(almost.complete()).isFalse();
  }

  @Test
  void shouldWriteLinesWithTheSameFactsWhereThereIsNoTerminal() {
    // given
    var out = new ByteArrayOutputStream();

    // when
    try (var lines = new ProgressLines(new PrintStream(out, true))) {
      lines.show(new ReconstructionProgress(UploadState.UNKNOWN, List.of()));
      for (int batches : new int[] {0, 0, 1, 12, 12, 24}) {
        var rate = batches > 1 ? OptionalDouble.of(10e6) : OptionalDouble.empty();
        lines.show(new ReconstructionProgress(upload(batches, rate), List.of()));
      }
    }

    // then
    assertThat(out.toString())
        .hasLineCount(4)
        .contains(
            "Upload       50 %  1.20/2.40 GB  1200/2400 files  12/24 batches  10.0 MB/s  2:00 left")
        .contains("Upload       100 %  2.40/2.40 GB  2400/2400 files  24/24 batches  10.0 MB/s")
        .contains("Queue        waiting for a free slot");
  }

  private static UploadState upload(int batches, OptionalDouble rate) {
    return new UploadState(
        new Part(batches * 100 * MEGABYTE, 2400 * MEGABYTE),
        new Part(batches * 100L, 2400),
        new Part(batches, 24),
        rate);
  }
}
