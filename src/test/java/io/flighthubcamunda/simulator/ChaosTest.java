package io.flighthubcamunda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChaosTest extends SimulatorFixture {

  private static final Duration STALL = Duration.ofMillis(1);

  private static List<Optional<Fault>> draw(ChaosDraw draw, String resource, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> draw.draw(Operation.GET_RESOURCE, resource))
        .toList();
  }

  @Test
  void shouldStrikeTheSameCallsWithTheSameSeed() {
    // given
    ChaosDraw once = new ChaosDraw(new Chaos(7, 0.3, STALL));
    ChaosDraw again = new ChaosDraw(new Chaos(7, 0.3, STALL));
    ChaosDraw other = new ChaosDraw(new Chaos(8, 0.3, STALL));

    // when: calls about another resource come in between
    List<Optional<Fault>> first = draw(once, "a", 100);
    List<Optional<Fault>> second = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      again.draw(Operation.GET_RESOURCE, "b");
      second.addAll(draw(again, "a", 1));
      again.draw(Operation.DELETE_RESOURCE, "a");
    }

    // then
    assertThat(second).isEqualTo(first);
    assertThat(draw(other, "a", 100)).isNotEqualTo(first);
  }

  @Test
  void shouldStrikeAboutAsOftenAsAsked() {
    // given
    ChaosDraw draw = new ChaosDraw(new Chaos(1, 0.2, STALL));

    // then
    assertThat(draw(draw, "a", 1_000).stream().filter(Optional::isPresent).count())
        .isBetween(150L, 250L);
  }

  @Test
  void shouldLeaveOutWhatOnlyAPersonCouldRepair() {
    // given
    ChaosDraw draw = new ChaosDraw(new Chaos(1, 0.5, STALL));

    // then
    assertThat(draw(draw, "a", 1_000).stream().flatMap(Optional::stream))
        .extracting(Fault::kind)
        .contains("HTTP 429 with Retry-After", "code 210504", "answer cut in half")
        .doesNotContain("web page", "code 200401", "code 200404");
  }

  @Test
  void shouldLetKeysLastWhenToldTo() {
    // given
    Chaos all = new Chaos(1, 0.5, STALL);

    // then
    assertThat(drawUploads(all)).contains("HTTP 403 AccessDenied", "key expired in mid-batch");
    assertThat(drawUploads(all.withLastingKeys()))
        .contains("HTTP 403 AccessDenied")
        .doesNotContain("key expired in mid-batch");
  }

  private static List<String> drawUploads(Chaos chaos) {
    ChaosDraw draw = new ChaosDraw(chaos);
    return IntStream.range(0, 1_000)
        .mapToObj(i -> draw.drawUpload("a.JPG"))
        .flatMap(Optional::stream)
        .map(StoreFault::kind)
        .toList();
  }

  @Test
  void shouldTellWhatStruckAndStopWhenToldTo() throws Exception {
    // given
    start(settings -> settings.withChaos(new Chaos(3, 0.5, STALL)));

    // when
    for (int i = 0; i < 20; i++) {
      status();
    }

    // then
    assertThat(simulator.faults().struck())
        .hasSizeBetween(3, 17)
        .allMatch(fault -> fault.call().equals("SYSTEM_STATUS") && fault.subject().isEmpty());

    // when
    simulator.faults().calm();
    int struck = simulator.faults().struck().size();
    for (int i = 0; i < 20; i++) {
      status();
    }

    // then
    assertThat(simulator.faults().struck()).hasSize(struck);
  }

  private void status() throws InterruptedException {
    try {
      api.send("GET", "/openapi/v0.1/system_status", "", api.headers());
    } catch (IOException e) {
      // One of the faults.
    }
  }

  @Test
  void shouldRefuseARateThatLeavesNothingToTry() {
    assertThatThrownBy(() -> new Chaos(1, 0.9, STALL))
        .hasMessage("The share of calls that meet a fault must be 0 to 0.5, not 0.9.");
    assertThatThrownBy(() -> new Chaos(1, Double.NaN, STALL))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
