package io.flighthubcamunda.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelSearchTest {

  private static final double MB = 1e6;

  @ParameterizedTest
  @CsvSource({
    // Mbit/s, round trip ms, KB a file, MB/s of one connection
    "400, 60, 200, 40, 5",
    "400, 60, 8000, 40, 5",
    "400, 60, 8000, 4, 5",
    "400, 20, 200, 40, 5",
    "100, 200, 2000, 5, 8",
    "20, 40, 8000, 10, 20",
  })
  void shouldFillAFarLinkWithinSeconds(
      double megabits, double milliseconds, double kilobytes, double perConnection, double within) {
    // given
    var capacity = megabits * MB / 8;
    var link =
        new LinkSimulation(
            new LevelSearch(2, 32),
            LinkSimulation.far(capacity, milliseconds / 1000, kilobytes * 1000, perConnection * MB),
            6 * milliseconds / 1000);

    // when
    link.run(within);

    // then
    assertThat(link.run(60)).isGreaterThanOrEqualTo(0.95 * capacity);
  }

  @Test
  void shouldNotRunToTheMostWhereTheProcessorIsTheLimit() {
    // given
    var search = new LevelSearch(2, 32);
    var link = new LinkSimulation(search, LinkSimulation.boundByProcessor(600 * MB), 0.05);

    // when
    var rate = link.run(10);

    // then
    assertThat(search.level()).isLessThanOrEqualTo(6);
    assertThat(rate).isGreaterThan(0.93 * 600 * MB);
    assertThat(link.run(120)).isGreaterThan(0.97 * 600 * MB);
    assertThat(search.level()).isLessThanOrEqualTo(6);
  }

  @Test
  void shouldTakeTheMostWhereEachConnectionIsSlow() {
    // given
    var search = new LevelSearch(2, 32);

    // when
    new LinkSimulation(search, connections -> connections * MB, 0.2).run(20);

    // then
    assertThat(search.level()).isGreaterThanOrEqualTo(24);
  }

  @Test
  void shouldNotTryFewerWhereAHandshakeTakesLong() {
    // given
    var search = new LevelSearch(2, 32);
    search.handshake(Duration.ofMillis(60).toNanos());
    var link = new LinkSimulation(search, connections -> 50 * MB, 0.3);

    // when
    var lowest = IntStream.range(0, 600).map(i -> levelAfter(link, search)).min();

    // then
    assertThat(lowest).hasValue(LevelSearch.START);
  }

  private static int levelAfter(LinkSimulation link, LevelSearch search) {
    link.run(0.1);
    return search.level();
  }

  @Test
  void shouldStayWithinItsBounds() {
    var search = new LevelSearch(3, 3);
    new LinkSimulation(search, connections -> connections * MB, 0.2).run(20);
    assertThat(search.level()).isEqualTo(3);
    search.slowDown(0);
    assertThat(search.level()).isEqualTo(3);
  }

  @Test
  void shouldHalveOnceForAStoreThatIsBusyAndComeBack() {
    // given
    var search = new LevelSearch(2, 32);
    var link = new LinkSimulation(search, LinkSimulation.far(50 * MB, 0.06, 200_000, 40 * MB), 0.3);
    link.run(15);
    var before = search.level();

    // when
    for (int i = 0; i < 10; i++) {
      search.slowDown(link.now());
    }

    // then
    assertThat(search.level()).isEqualTo(before / 2);
    link.run(30);
    assertThat(link.run(30)).isGreaterThan(0.9 * 50 * MB);
  }

  @Test
  void shouldFollowALinkThatBecomesFaster() {
    // given
    var search = new LevelSearch(2, 32);
    var capacity = new double[] {10 * MB};
    var link = new LinkSimulation(search, n -> Math.min(capacity[0], n * 2.5 * MB), 0.3);
    link.run(60);

    // when
    capacity[0] = 50 * MB;
    link.run(60);

    // then
    assertThat(link.run(30)).isGreaterThan(0.9 * 50 * MB);
  }

  @Test
  void shouldLearnNothingFromIdleTime() {
    // given
    var search = new LevelSearch(2, 32);

    // when
    for (long now = 0; now < 60_000_000_000L; now += 10_000_000) {
      search.sent(now, 1_000_000, 0);
      search.idle();
    }

    // then
    assertThat(search.level()).isEqualTo(LevelSearch.START);
  }
}
