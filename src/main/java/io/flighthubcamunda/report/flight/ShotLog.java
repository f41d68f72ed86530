package io.flighthubcamunda.report.flight;

import io.flighthubcamunda.imageset.Lens;
import io.flighthubcamunda.imageset.Photograph;
import io.flighthubcamunda.imageset.PhotographListener;
import io.flighthubcamunda.imageset.SourceFile;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers the photographs of a set while it is checked. It holds some 300 bytes for each, because
 * camera and lens are the same in most.
 */
public final class ShotLog implements PhotographListener {

  private final List<Shot> shots = new ArrayList<>();
  private final Map<String, String> cameras = new HashMap<>();
  private final Map<Lens, Lens> lenses = new HashMap<>();

  @Override
  public void usable(SourceFile file, Photograph photograph) {
    var camera = cameras.computeIfAbsent(photograph.camera(), name -> name);
    var lens = lenses.computeIfAbsent(photograph.lens(), same -> same);
    shots.add(
        new Shot(
            file,
            new Photograph(
                camera,
                photograph.width(),
                photograph.height(),
                photograph.position(),
                photograph.taken(),
                photograph.droneData(),
                lens,
                photograph.pose())));
  }

  /**
   * In the order of the flight: by the camera's clock; those without time at the end, and shots of
   * the same second, in the order of their files.
   */
  public List<Shot> inOrder() {
    return shots.stream()
        .sorted(Comparator.comparing(shot -> shot.taken().orElse(LocalDateTime.MAX)))
        .toList();
  }
}
