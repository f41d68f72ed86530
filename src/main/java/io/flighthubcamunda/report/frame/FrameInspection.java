package io.flighthubcamunda.report.frame;

import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.report.flight.FlightFacts;
import io.flighthubcamunda.report.flight.Quantiles;
import io.flighthubcamunda.report.flight.Shot;
import io.flighthubcamunda.report.flight.Strays;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at the pictures of a set, one at a time and never for longer than a given time: at the
 * thumbnails of up to 1,000 and at the pixels of up to 40, see {@link FrameChoice}.
 */
public final class FrameInspection {

  /** As many suspicious photographs come with a thumbnail. */
  public static final int MOST_SHOWN = 24;

  private static final int SAMPLES = 6;

  private record Frame(Shot shot, Exposure exposure, double blur) {}

  private final JpegPictures pictures;
  private final long deadline;
  private final List<Frame> frames = new ArrayList<>();
  private boolean complete = true;

  private FrameInspection(ImageSource source, Duration atMost) {
    this.pictures = new JpegPictures(source);
    this.deadline = System.nanoTime() + atMost.toNanos();
  }

  /**
   * @param flight its shots that are far from the others are suspicious whatever they show
   * @param atMost time after which it ends with what it has
   */
  public static Inspection of(FlightFacts flight, ImageSource source, Duration atMost) {
    return new FrameInspection(source, atMost).inspect(flight);
  }

  private Inspection inspect(FlightFacts flight) {
    List<Shot> shots = flight.shots();
    FrameChoice choice = FrameChoice.of(shots);
    Set<Shot> close = new HashSet<>(choice.closeLooks());
    // Close looks first: should time run out, they have told more.
    look(choice.closeLooks(), true);
    look(choice.glances().stream().filter(shot -> !close.contains(shot)).toList(), false);
    List<Suspicion> suspicions = suspicions(reasons(flight));
    return new Inspection(
        suspicions,
        frames.size(),
        (int) frames.stream().filter(frame -> !Double.isNaN(frame.blur())).count(),
        complete,
        samples(shots));
  }

  private void look(List<Shot> shots, boolean closely) {
    for (Shot shot : shots) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        complete = false;
        return;
      }
      small(shot, closely)
          .ifPresent(
              picture ->
                  frames.add(
                      new Frame(
                          shot,
                          Exposure.of(Luminance.of(picture)),
                          closely ? blur(shot) : Double.NaN)));
    }
  }

  /** To decode a whole picture for want of a thumbnail is worth it only for the chosen few. */
  private Optional<BufferedImage> small(Shot shot, boolean decode) {
    Optional<BufferedImage> embedded = pictures.embedded(shot);
    return embedded.isPresent() || !decode ? embedded : pictures.reduced(shot.file());
  }

  private double blur(Shot shot) {
    return pictures.band(shot.file()).map(Luminance::of).map(Blur::of).orElse(Double.NaN);
  }

  /** By shot, what the pictures show before where they were taken. */
  private Map<Shot, List<String>> reasons(FlightFacts flight) {
    var judgement =
        new Judgement(
            Quantiles.of(frames.stream().mapToDouble(frame -> frame.exposure().mean())),
            Quantiles.of(frames.stream().mapToDouble(Frame::blur)));
    Map<Shot, List<String>> reasons = new LinkedHashMap<>();
    frames.stream()
        .sorted(Comparator.comparingDouble(frame -> frame.shot().bytesPerPixel()))
        .forEach(
            frame -> reasons.put(frame.shot(), judgement.reasons(frame.exposure(), frame.blur())));
    for (Strays.Far far : flight.strays().map(Strays::far).orElse(List.of())) {
      reasons
          .computeIfAbsent(far.shot(), shot -> new ArrayList<>())
          .add(Judgement.farAway(far.metres()));
    }
    reasons.values().removeIf(List::isEmpty);
    return reasons;
  }

  private List<Suspicion> suspicions(Map<Shot, List<String>> reasons) {
    List<Suspicion> suspicions = new ArrayList<>();
    reasons.forEach(
        (shot, why) -> {
          boolean shown = suspicions.size() < MOST_SHOWN;
          suspicions.add(new Suspicion(shot, why, shown ? thumbnail(shot) : new byte[0]));
        });
    return suspicions;
  }

  private List<Sample> samples(List<Shot> shots) {
    return FrameChoice.spread(shots, SAMPLES).stream()
        .map(shot -> new Sample(shot, thumbnail(shot)))
        .filter(sample -> sample.thumbnail().length > 0)
        .toList();
  }

  private byte[] thumbnail(Shot shot) {
    return small(shot, true).map(Thumbnail::jpeg).orElse(new byte[0]);
  }
}
