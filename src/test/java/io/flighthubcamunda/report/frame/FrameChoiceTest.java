package io.flighthubcamunda.report.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.imageset.SourceFile;
import io.flighthubcamunda.report.flight.Shot;
import io.flighthubcamunda.report.flight.TestFlight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameChoiceTest {

  @Test
  void shouldLookAtAllOfASmallSet() {
    // given
    List<Shot> shots = new TestFlight(20, 40).fly(4, 10);

    // when
    FrameChoice choice = FrameChoice.of(shots);

    // then
    assertThat(choice.closeLooks()).containsExactlyInAnyOrderElementsOf(shots);
    assertThat(choice.glances()).hasSize(40);
  }

  @Test
  void shouldLookAtTheSmallestFilesOfALargeSetFirst() {
    // given
    List<Shot> shots = new ArrayList<>(new TestFlight(20, 40).fly(100, 200));
    Shot small = smaller(shots.get(7_777));
    shots.set(7_777, small);

    // when
    FrameChoice choice = FrameChoice.of(shots);

    // then
    assertThat(choice.closeLooks()).startsWith(small).hasSizeLessThanOrEqualTo(40);
    assertThat(choice.glances()).startsWith(small).hasSizeLessThanOrEqualTo(1_000);
    assertThat(choice.glances())
        .as("some from the end of the set")
        .anyMatch(shot -> shot.name().compareTo("DJI_19000.JPG") > 0);
  }

  private static Shot smaller(Shot shot) {
    return new Shot(new SourceFile(shot.name(), 100_000, Instant.EPOCH, true), shot.photograph());
  }
}
