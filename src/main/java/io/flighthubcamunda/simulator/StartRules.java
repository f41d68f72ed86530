package io.flighthubcamunda.simulator;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether a reconstruction may start: image counts, LiDAR files, quota, free slots (2.15). */
final class StartRules {

  /** What a LiDAR recording consists of (fact sheet 2.3). */
  private static final Set<String> LIDAR_SUFFIXES =
      Set.of("imu", "rtk", "rtb", "rtl", "rts", "ldr", "clc", "cli");

  private final SimulatorSettings settings;
  private final State state;

  StartRules(SimulatorSettings settings, State state) {
    this.settings = settings;
    this.state = state;
  }

  void check(Resource resource, StartRequest request, Call call) {
    if (resource.status(call.now(), settings.timing()) != Resource.USABLE) {
      throw RefusalCode.RESOURCE_NOT_USABLE.because("resource %s is deleted", resource.uuid());
    }
    int images = resource.images().size();
    request.types().forEach(type -> checkImages(type, images));
    if (request.types().contains(ModelType.LIDAR)) {
      checkLidarFiles(resource);
    }
    long wanted = (long) images * request.types().size();
    if (state.quotaUsed(call.now()) + wanted > settings.limits().quota()) {
      throw RefusalCode.QUOTA_USED_UP.because("the image quota is used up");
    }
    checkSlots(request, call);
  }

  private static void checkImages(ModelType type, int images) {
    if (images < type.minimumImages()) {
      throw RefusalCode.TOO_FEW_IMAGES.because(
          "%s needs at least %d images, not %d", type.shortName(), type.minimumImages(), images);
    }
    if (images > type.maximumImages()) {
      throw RefusalCode.TOO_MANY_IMAGES.because(
          "%s takes at most %d images, not %d", type.shortName(), type.maximumImages(), images);
    }
  }

  private static void checkLidarFiles(Resource resource) {
    Set<String> missing = new TreeSet<>(LIDAR_SUFFIXES);
    missing.removeAll(
        resource.files().stream().map(ResourceFile::suffix).collect(Collectors.toSet()));
    if (!missing.isEmpty()) {
      throw RefusalCode.LIDAR_FILES_MISSING.because(
          "LiDAR files are missing: %s", String.join(", ", missing));
    }
  }

  private void checkSlots(StartRequest request, Call call) {
    boolean separately = settings.limits().typesCountSeparately();
    int running = state.running(call.now(), separately);
    int wanted = separately ? request.types().size() : 1;
    int allowed = settings.limits().concurrentTasks();
    if (running + wanted > allowed) {
      throw RefusalCode.CONCURRENCY_LIMIT.because(
          "at most %d tasks at once, %d are running", allowed, running);
    }
  }
}
