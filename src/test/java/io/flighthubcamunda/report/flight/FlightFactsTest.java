package io.flighthubcamunda.report.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flighthubcamunda.imageset.Lens;
import io.flighthubcamunda.imageset.Position;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlightFactsTest {

  @Test
  void shouldEstimateOverlapByHand() {
    // given: 43.267 / (32 x 5000) x 100 m = 2.704 cm; so 81.1 m along and 108.2 m across the flight
    List<Shot> shots = new TestFlight(20, 40).fly(4, 10);

    // when
    FlightFacts flight = FlightFacts.of(shots);

    // then
    assertThat(flight.groundSampling().median()).isCloseTo(0.02704, within(1e-5));
    Overlap overlap = flight.overlap().orElseThrow();
    assertThat(overlap.forward().median()).isCloseTo(1 - 20 / 81.1, within(0.002));
    assertThat(overlap.side().median()).isCloseTo(1 - 40 / 108.2, within(0.002));
    assertThat(flight.hull()).isCloseTo(180 * 120, within(50.0));
    assertThat(Advice.on(flight)).isEmpty();
  }

  @Test
  void shouldTurnTheFootprintWithTheCamera() {
    // given: the drone flies north, the camera's top looks east
    List<Shot> shots = new TestFlight(20, 40).lookingTo(90).fly(4, 10);

    // when
    Overlap overlap = FlightFacts.of(shots).overlap().orElseThrow();

    // then
    assertThat(overlap.forward().median()).isCloseTo(1 - 20 / 108.2, within(0.002));
    assertThat(overlap.side().median()).isCloseTo(1 - 40 / 81.1, within(0.002));
  }

  @Test
  void shouldTakeTheTopToPointAheadWhereTheGimbalSaysNothing() {
    // given
    List<Shot> shots = new TestFlight(20, 40).lookingTo(Double.NaN).fly(4, 10);

    // when / then
    assertThat(FlightFacts.of(shots).overlap().orElseThrow().forward().median())
        .isCloseTo(1 - 20 / 81.1, within(0.002));
  }

  @Test
  void shouldWarnOfThinOverlapAndOfUnevenHeights() {
    // given
    List<Shot> shots = new ArrayList<>(new TestFlight(40, 80).fly(4, 10));
    shots.addAll(new TestFlight(40, 80).at(30).fly(1, 10));

    // when
    List<String> advice = Advice.on(FlightFacts.of(shots));

    // then
    assertThat(advice).hasSize(3);
    assertThat(advice.get(0)).startsWith("Forward overlap is about 51 %");
    assertThat(advice.get(1)).startsWith("Side overlap is about 26 %");
    assertThat(advice.get(2)).contains("from 0.8 to 2.7 cm per pixel");
  }

  @Test
  void shouldEstimateNothingWithoutHeightOrLens() {
    // when
    FlightFacts withoutHeight = FlightFacts.of(new TestFlight(20, 40).at(Double.NaN).fly(4, 10));
    FlightFacts withoutLens = FlightFacts.of(new TestFlight(20, 40).with(Lens.UNKNOWN).fly(4, 10));

    // then
    assertThat(withoutHeight.groundSampling().isEmpty()).isTrue();
    assertThat(withoutHeight.overlap().orElseThrow().forward().isEmpty()).isTrue();
    assertThat(withoutLens.groundSampling().isEmpty()).isTrue();
    assertThat(Advice.on(withoutHeight)).isEmpty();
  }

  @Test
  void shouldTellFlightsApartAndSeePauses() {
    // given: two flights an hour apart, the first with a pause of half a minute
    var flight = new TestFlight(20, 40);
    List<Shot> shots = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      shots.add(taken(flight, i, LocalDateTime.of(2026, 6, 18, 10, 0, 2 * i + (i > 4 ? 30 : 0))));
    }
    for (int i = 0; i < 3; i++) {
      shots.add(taken(flight, 10 + i, LocalDateTime.of(2026, 6, 18, 11, 0, 2 * i)));
    }

    // when
    List<Sortie> sorties = Sortie.of(shots);

    // then
    assertThat(sorties).hasSize(2);
    assertThat(sorties.getFirst().interval()).isEqualTo(2);
    assertThat(sorties.getFirst().gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.after().name()).isEqualTo("4.JPG");
              assertThat(gap.length()).hasSeconds(32);
            });
    assertThat(sorties.getLast().gaps()).isEmpty();
  }

  @Test
  void shouldKeepASetAcrossThe180thMeridianTogether() {
    // given
    var flight = new TestFlight(20, 40);
    List<Shot> shots =
        List.of(
            flight.shot("a", new Position(0, 179.9999), Optional.empty()),
            flight.shot("b", new Position(0, -179.9999), Optional.empty()));

    // when
    Site site = Site.of(shots).orElseThrow();

    // then
    double metres =
        site.at(shots.getFirst().position().orElseThrow())
            .distanceTo(site.at(shots.getLast().position().orElseThrow()));
    assertThat(metres).isCloseTo(22.2, within(0.1));
  }

  @Test
  void shouldNameStraysButNotASetThatLiesApart() {
    // given
    List<Shot> withOne = new ArrayList<>(new TestFlight(20, 40).fly(2, 10));
    withOne.add(new TestFlight(1, 1).shot("stray", new Position(1, 10), Optional.empty()));
    List<Shot> apart = new ArrayList<>(new TestFlight(20, 40).fly(2, 10));
    new TestFlight(20, 40).fly(2, 10).forEach(shot -> apart.add(moved(shot)));

    // when
    Strays one = FlightFacts.of(withOne).strays().orElseThrow();
    Strays many = FlightFacts.of(apart).strays().orElseThrow();

    // then
    assertThat(one.names()).containsExactly("stray");
    assertThat(many.names()).isEmpty();
    assertThat(many.near()).hasSize(40);
  }

  private static Shot moved(Shot shot) {
    Position place = shot.position().orElseThrow();
    return new TestFlight(1, 1)
        .shot(shot.name(), new Position(place.latitude() + 1, 10), shot.taken());
  }

  private static Shot taken(TestFlight flight, int number, LocalDateTime time) {
    return flight.shot(number + ".JPG", new Position(number / 1000.0, 10), Optional.of(time));
  }
}
