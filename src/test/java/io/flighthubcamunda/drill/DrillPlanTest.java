package io.flighthubcamunda.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrillPlanTest {

  private static final Path IMAGES = Path.of("images");

  private static List<Reconstruction> draw(long seed, int count) {
    return new DrillPlan(seed, IMAGES).draw(count);
  }

  @Test
  void shouldDrawTheSameFromTheSameSeed() {
    assertThat(draw(7, 40)).isEqualTo(draw(7, 40));
    assertThat(draw(7, 40)).isNotEqualTo(draw(8, 40));
    // A longer drill begins like a shorter one.
    assertThat(draw(7, 60).subList(0, 40)).isEqualTo(draw(7, 40));
  }

  @Test
  void shouldMeetEveryMishapInAFullDrill() {
    assertThat(draw(1, 300)).extracting(Reconstruction::mishap).contains(Mishap.values());
    assertThat(draw(2, 300)).extracting(Reconstruction::mishap).contains(Mishap.values());
  }

  @Test
  void shouldGiveEachReconstructionNamesOfItsOwn() {
    var drawn = draw(3, 300);

    assertThat(drawn).extracting(Reconstruction::resourceUuid).doesNotHaveDuplicates();
    assertThat(drawn).flatExtracting(Reconstruction::fileNames).doesNotHaveDuplicates();
  }
}
