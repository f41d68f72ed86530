package io.flighthubcamunda.bench.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkPartsTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void shouldLetBytesLeaveOneAfterTheOther() {
    // given: 1,000 bytes a second
    var wire = new SharedBandwidth(8_000);

    // then
    assertThat(wire.take(500, 0)).isEqualTo(SECOND / 2);
    assertThat(wire.take(500, 0)).isEqualTo(SECOND);
    assertThat(wire.take(1_000, SECOND)).isEqualTo(2 * SECOND);
  }

  @Test
  void shouldNotSaveUpCapacityThatNobodyUsed() {
    var wire = new SharedBandwidth(8_000);
    wire.take(1_000, 0);

    assertThat(wire.take(1_000, 10 * SECOND)).isBetween(11 * SECOND - 5_000_000, 11 * SECOND);
  }

  @Test
  void shouldCutAtTheSameBytesForTheSameSeed() {
    assertThat(cuts(7)).isNotEmpty().isEqualTo(cuts(7)).isNotEqualTo(cuts(8));
  }

  @Test
  void shouldCutAboutAsOftenAsAsked() {
    // 10,000 steps of 100 bytes with a cut every 10,000 bytes
    assertThat(cuts(1)).hasSizeBetween(60, 140);
  }

  @Test
  void shouldNeverCutWhenNotAsked() {
    var cuts = new Cuts(0, 1);

    assertThat(cuts.hit(Integer.MAX_VALUE)).isFalse();
  }

  @Test
  void shouldSayHowMuchOfTheLinkWasUsedAfterABeginning() {
    // given: nothing much in the first second, then 1,000 bytes a second at a link of 1,250
    var meter = new LinkMeter();
    for (int tenth = 1; tenth <= 10; tenth++) {
      meter.sent(1, tenth * SECOND / 10);
    }
    for (int tenth = 11; tenth <= 30; tenth++) {
      meter.sent(100, tenth * SECOND / 10);
    }

    // then
    assertThat(meter.use(10, 10_000).getAsDouble()).isCloseTo(0.8, within(1e-9));
    assertThat(meter.use(2_010, 10_000)).isEmpty();
    assertThat(meter.use(9_999, 10_000)).isEmpty();
  }

  private static List<Integer> cuts(long seed) {
    var cuts = new Cuts(10_000, seed);
    var hits = new ArrayList<Integer>();
    for (int step = 0; step < 10_000; step++) {
      if (cuts.hit(100)) {
        hits.add(step);
      }
    }
    return hits;
  }
}
