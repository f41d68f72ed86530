package io.flighthubcamunda.report.flight;

import java.util.List;
import java.util.Optional;

/**
 * Everything that is calculated about a set.
 *
 * @param shots in the order flown
 * @param site empty when no shot is located
 * @param heights metres above take-off
 * @param groundSampling metres per pixel, straight down
 * @param overlap empty when no shot is located
 * @param strays empty when no shot is located
 * @param sorties flights by the camera's clock
 * @param hull area in square metres between the outermost positions, without strays
 */
public record FlightFacts(
    List<Shot> shots,
    Optional<Site> site,
    Quantiles heights,
    Quantiles groundSampling,
    Optional<Overlap> overlap,
    Optional<Strays> strays,
    List<Sortie> sorties,
    double hull) {

  /**
   * @param shots in the order flown
   */
  public static FlightFacts of(List<Shot> shots) {
    Optional<Site> site = Site.of(shots);
    Optional<Strays> strays = site.map(place -> Strays.of(shots, place));
    return new FlightFacts(
        shots,
        site,
        Quantiles.of(shots.stream().flatMapToDouble(shot -> shot.height().stream())),
        Quantiles.of(
            shots.stream()
                .flatMap(shot -> shot.footprint().stream())
                .mapToDouble(Footprint::groundSampling)),
        site.map(place -> Overlap.of(shots, place)),
        strays,
        Sortie.of(shots),
        strays.map(found -> Hull.area(found.near())).orElse(0.0));
  }
}
