package io.flighthubcamunda.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.api.ModelDetails;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotCountTest {

  private static final int QUEUED = 12;
  private static final int RECONSTRUCTING = 14;

  private final SlotCount separately = new SlotCount(5, true);
  private final SlotCount together = new SlotCount(5, false);

  private static ModelDetails model(String resource, int type, int status) {
    return new ModelDetails(resource, "m" + type, type, status, 0, 0, 0, 0, 0, null);
  }

  @ParameterizedTest
  @CsvSource({"STANDARD, 2", "PROFESSIONAL, 5", "ENTERPRISE, 10"})
  void shouldKnowWhatAnEditionAllows(Edition edition, int slots) {
    assertThat(edition.slots()).isEqualTo(slots);
    assertThat(new SlotCount(edition.slots(), true).free(List.of())).isEqualTo(slots);
  }

  @Test
  void shouldCountTypesOfOneResourceAsTheSettingSays() {
    // given
    var running =
        List.of(
            model("ours", 1, QUEUED),
            model("ours", 2, RECONSTRUCTING),
            model("started in the web UI", 2, RECONSTRUCTING));

    // then
    assertThat(separately.free(running)).isEqualTo(2);
    assertThat(together.free(running)).isEqualTo(3);
    assertThat(separately.needed(3)).isEqualTo(3);
    assertThat(together.needed(3)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 13, 15, 16})
  void shouldNotCountWhatHasEnded(int status) {
    assertThat(separately.free(List.of(model("r", 2, status)))).isEqualTo(5);
    assertThat(together.free(List.of(model("r", 2, status)))).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 12, 14, 99})
  void shouldCountWhatRunsOrMayRun(int status) {
    assertThat(separately.free(List.of(model("r", 2, status)))).isEqualTo(4);
    assertThat(together.free(List.of(model("r", 2, status)))).isEqualTo(4);
  }

  @Test
  void shouldCountModelsThatNameNoResourceOneByOne() {
    // given
    var running =
        List.of(
            model(null, 2, RECONSTRUCTING),
            model(null, 2, RECONSTRUCTING),
            model("", 2, RECONSTRUCTING),
            model("", 2, RECONSTRUCTING));

    // then
    assertThat(together.free(running)).isEqualTo(1);
  }

  @Test
  void shouldNeverHaveLessThanNoneFree() {
    // given
    var running = List.of(model("a", 2, QUEUED), model("b", 2, QUEUED), model("c", 2, QUEUED));

    // then
    assertThat(new SlotCount(2, true).free(running)).isZero();
  }

  @Test
  void shouldNotWaitForMoreSlotsThanThereAre() {
    assertThat(new SlotCount(2, true).needed(4)).isEqualTo(2);
  }

  @Test
  void shouldRefuseAnEditionWithoutSlots() {
    assertThatThrownBy(() -> new SlotCount(0, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("flighthub.admission.slots must be at least 1, but is 0.");
  }
}
