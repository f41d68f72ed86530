package io.flighthubcamunda.report.page;

import io.flighthubcamunda.report.flight.FlightFacts;
import io.flighthubcamunda.report.flight.Footprint;
import io.flighthubcamunda.report.flight.Point;
import io.flighthubcamunda.report.flight.Shot;
import io.flighthubcamunda.report.flight.Site;
import io.flighthubcamunda.report.flight.Strays;
import io.flighthubcamunda.report.page.MapView.Arrow;
import io.flighthubcamunda.report.page.MapView.Dot;
import io.flighthubcamunda.report.page.MapView.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws the map of a flight. However many photographs there are, it stays below a megabyte. */
final class FlightMap {

  /** So many dots can be told apart; of more, one is drawn for each few units of the map. */
  private static final int MOST_DOTS = 2_000;

  private static final int CELL = 6;

  /** Shades of more would run together, and of some would tell lies about the overlap. */
  private static final int MOST_FOOTPRINTS = 400;

  private static final int ARROWS = 24;
  private static final int NUMBERS = 8;

  /** The line ends where the camera paused for longer. */
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private record Stop(Shot shot, int number, Point point) {}

  private final FlightFacts flight;
  private final List<Stop> stops = new ArrayList<>();
  private final MapFrame frame;
  private final Colouring colouring;

  private FlightMap(FlightFacts flight, Site site, Strays strays) {
    this.flight = flight;
    Set<String> left = new HashSet<>(strays.names());
    int number = 0;
    for (Shot shot : flight.shots()) {
      number++;
      if (shot.position().isPresent() && !left.contains(shot.name())) {
        stops.add(new Stop(shot, number, site.at(shot.position().get())));
      }
    }
    this.frame = new MapFrame(stops.stream().map(Stop::point).toList(), border());
    this.colouring = Colouring.of(stops.stream().map(Stop::shot).toList());
  }

  /** Empty when no photograph is located. */
  static Optional<MapView> of(FlightFacts flight) {
    return flight
        .site()
        .flatMap(site -> flight.strays().map(strays -> new FlightMap(flight, site, strays).draw()));
  }

  private MapView draw() {
    return new MapView(
        frame.height(),
        Units.text("Map of %,d photographs and the way the drone flew, north up.", stops.size()),
        footprints(),
        line(),
        arrows(),
        stops.size() > MOST_DOTS,
        dots(),
        marks(),
        frame.scale(),
        colouring.title(),
        colouring.bands(),
        notes());
  }

  /** Half a footprint, so that those at the edge fit in. */
  private double border() {
    return stops.stream()
        .flatMap(stop -> stop.shot().footprint().stream())
        .mapToDouble(print -> Math.hypot(print.width(), print.height()) / 2)
        .max()
        .orElse(0);
  }

  private List<String> footprints() {
    List<String> outlines = new ArrayList<>();
    if (stops.size() > MOST_FOOTPRINTS) {
      return outlines;
    }
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      double turn = Math.toRadians(direction(i));
      stop.shot().footprint().ifPresent(print -> outlines.add(outline(stop.point(), print, turn)));
    }
    return outlines;
  }

  /** Where the picture's top points: where the gimbal looks, or else where the drone goes. */
  private double direction(int index) {
    double yaw = stops.get(index).shot().photograph().pose().yaw();
    if (!Double.isNaN(yaw)) {
      return yaw;
    }
    int from = Math.min(index, Math.max(0, stops.size() - 2));
    Point next = stops.get(Math.min(from + 1, stops.size() - 1)).point();
    Point here = stops.get(from).point();
    return Math.toDegrees(Math.atan2(next.east() - here.east(), next.north() - here.north()));
  }

  private String outline(Point middle, Footprint print, double turn) {
    var path = new StringBuilder();
    double[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    for (double[] corner : corners) {
      double right = corner[0] * print.width() / 2;
      double up = corner[1] * print.height() / 2;
      double east = right * Math.cos(turn) + up * Math.sin(turn);
      double north = up * Math.cos(turn) - right * Math.sin(turn);
      path.append(path.isEmpty() ? "M" : "L")
          .append(frame.xy(new Point(middle.east() + east, middle.north() + north)));
    }
    return path.append("Z").toString();
  }

  private String line() {
    var path = new StringBuilder();
    Stop last = null;
    for (Stop stop : stops) {
      boolean starts = last == null || isPaused(last.shot(), stop.shot());
      // What is less than a unit away can't be seen.
      if (starts || stop.point().distanceTo(last.point()) * frame.perMetre() >= 1) {
        path.append(starts ? "M" : "L").append(frame.xy(stop.point()));
        last = stop;
      }
    }
    return path.toString();
  }

  private static boolean isPaused(Shot before, Shot after) {
    return before.taken().isPresent()
        && after.taken().isPresent()
        && Duration.between(before.taken().get(), after.taken().get()).compareTo(PAUSE) > 0;
  }

  private List<Arrow> arrows() {
    List<Arrow> arrows = new ArrayList<>();
    int every = Math.max(1, stops.size() / ARROWS);
    for (int i = every / 2; i + 1 < stops.size(); i += every) {
      Stop from = stops.get(i);
      Stop to = stops.get(i + 1);
      double dx = frame.x(to.point()) - frame.x(from.point());
      double dy = frame.y(to.point()) - frame.y(from.point());
      // Between dots that nearly touch there is no room for one.
      if (Math.hypot(dx, dy) > 30 && !isPaused(from.shot(), to.shot())) {
        arrows.add(
            new Arrow(
                Units.text(
                    "translate(%.1f %.1f) rotate(%.0f)",
                    frame.x(from.point()) + dx / 2,
                    frame.y(from.point()) + dy / 2,
                    Math.toDegrees(Math.atan2(dx, -dy)))));
      }
    }
    return arrows;
  }

  private List<Dot> dots() {
    boolean all = stops.size() <= MOST_DOTS;
    Set<Long> taken = new HashSet<>();
    List<Dot> dots = new ArrayList<>();
    for (Stop stop : stops) {
      long column = (long) (frame.x(stop.point()) / CELL);
      long row = (long) (frame.y(stop.point()) / CELL);
      if (all || taken.add(column * 10_000 + row)) {
        dots.add(
            new Dot(
                MapFrame.number(frame.x(stop.point())),
                MapFrame.number(frame.y(stop.point())),
                colouring.band(stop.shot()),
                all ? title(stop) : ""));
      }
    }
    return dots;
  }

  private static String title(Stop stop) {
    var title = new StringBuilder("%d: %s".formatted(stop.number(), stop.shot().name()));
    stop.shot().taken().ifPresent(time -> title.append(", ").append(Units.time(time)));
    stop.shot().height().ifPresent(metres -> title.append(Units.text(", %.1f m", metres)));
    return title.toString();
  }

  private List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    int every = (int) Math.ceil((double) stops.size() / NUMBERS);
    for (int i = every; i < stops.size() - every / 2 - 1; i += every) {
      marks.add(mark(stops.get(i), Units.count(stops.get(i).number())));
    }
    marks.add(mark(stops.getFirst(), "Start"));
    if (stops.size() > 1) {
      marks.add(mark(stops.getLast(), "End"));
    }
    return marks;
  }

  private Mark mark(Stop stop, String text) {
    double x = frame.x(stop.point());
    return new Mark(
        MapFrame.number(x),
        MapFrame.number(frame.y(stop.point())),
        text,
        x > 0.85 * MapFrame.WIDTH);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    int located = (int) flight.shots().stream().filter(shot -> shot.position().isPresent()).count();
    if (located < flight.shots().size()) {
      notes.add(
          Units.text(
              "Not on the map, because they have no position: %,d photographs.",
              flight.shots().size() - located));
    }
    if (stops.size() < located) {
      notes.add(
          Units.text(
              "Not on the map, because they lie far from the others: %,d photographs.",
              located - stops.size()));
    }
    if (stops.size() > MOST_DOTS) {
      notes.add(
          Units.text(
              "Where some of the %,d photographs lie too close, one dot stands for several.",
              stops.size()));
    }
    if (stops.size() <= MOST_FOOTPRINTS
        && stops.stream().anyMatch(stop -> stop.shot().footprint().isPresent())) {
      notes.add("Shaded: the ground that photographs show; the darker, the more of them.");
    }
    return notes;
  }
}
