package io.flighthubcamunda.report.flight;

import io.flighthubcamunda.report.flight.Strip.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much of the ground that one photograph shows is on the next one too, and on its neighbour in
 * the next strip. Both are shares: {@code 1 - distance / extent of the footprint}, never below 0.
 *
 * @param forward from each photograph to the next one of its strip
 * @param side from the middle of each strip to the nearest parallel one
 */
public record Overlap(Quantiles forward, Quantiles side) {

  /** Nearer than this share of the footprint it is the same line, flown once more. */
  private static final double SAME_LINE = 0.05;

  /** How many strips are looked at, so that the time does not grow with the square of them. */
  private static final int MOST_STRIPS = 400;

  /**
   * Estimates both, where heights and lenses are known.
   *
   * @param shots in the order flown
   */
  public static Overlap of(List<Shot> shots, Site site) {
    List<Strip> strips = Strips.of(shots, site);
    List<Double> forward = new ArrayList<>();
    List<Double> side = new ArrayList<>();
    for (Strip strip : strips) {
      addForward(strip, forward);
    }
    List<Strip> some = strips.subList(0, Math.min(strips.size(), MOST_STRIPS));
    some.forEach(strip -> sideways(strip, some).ifPresent(side::add));
    return new Overlap(quantiles(forward), quantiles(side));
  }

  private static Quantiles quantiles(List<Double> shares) {
    return Quantiles.of(shares.stream().mapToDouble(Double::doubleValue));
  }

  private static void addForward(Strip strip, List<Double> shares) {
    for (int i = 1; i < strip.stops().size(); i++) {
      Stop from = strip.stops().get(i - 1);
      double distance = from.point().distanceTo(strip.stops().get(i).point());
      from.shot()
          .footprint()
          .map(footprint -> footprint.extent(turn(from.shot(), strip)))
          .ifPresent(extent -> shares.add(share(distance, extent)));
    }
  }

  private static OptionalDouble sideways(Strip strip, List<Strip> all) {
    Stop middle = strip.middle();
    var extent =
        middle.shot().footprint().map(print -> print.extent(turn(middle.shot(), strip) + 90));
    if (extent.isEmpty()) {
      return OptionalDouble.empty();
    }
    return all.stream()
        .filter(other -> other != strip && other.isParallelTo(strip))
        .filter(other -> isBeside(other, middle.point()))
        .mapToDouble(other -> other.distanceTo(middle.point()))
        .filter(distance -> distance > SAME_LINE * extent.get())
        .min()
        .stream()
        .map(distance -> share(distance, extent.get()))
        .findFirst();
  }

  private static boolean isBeside(Strip other, Point point) {
    double along = other.along(point);
    return along >= -0.1 * other.length() && along <= 1.1 * other.length();
  }

  private static double share(double distance, double extent) {
    return Math.max(0, 1 - distance / extent);
  }

  /** Where the gimbal's direction is unknown, the picture's top looks where the drone flies. */
  private static double turn(Shot shot, Strip strip) {
    double yaw = shot.photograph().pose().yaw();
    return Double.isNaN(yaw) ? 0 : strip.bearing() - yaw;
  }
}
