package io.flighthubcamunda.simulator;

import java.time.Instant;
import java.util.OptionalLong;

/** One reconstruction of one type. Guarded by the lock of {@link State}. */
final class Model {

  private final String uuid;
  private final Resource resource;
  private final ModelType type;
  private final int imageCount;
  private final String startId;
  private ModelTimeline timeline;
  private boolean deleted;
  private OptionalLong archiveBytes = OptionalLong.empty();

  Model(String uuid, Resource resource, ModelType type, String startId, ModelTimeline timeline) {
    this.uuid = uuid;
    this.resource = resource;
    this.type = type;
    this.imageCount = resource.images().size();
    this.startId = startId;
    this.timeline = timeline;
  }

  String uuid() {
    return uuid;
  }

  Resource resource() {
    return resource;
  }

  ModelType type() {
    return type;
  }

  int imageCount() {
    return imageCount;
  }

  /** The same for all models of one start call. */
  String startId() {
    return startId;
  }

  ModelTimeline timeline() {
    return timeline;
  }

  ModelState at(Instant now) {
    return timeline.at(now);
  }

  void stop(Instant effect) {
    timeline = timeline.stoppedAt(effect);
  }

  boolean deleted() {
    return deleted;
  }

  void delete() {
    deleted = true;
  }

  String archiveKey() {
    return Credential.resultPrefix(resource.project()) + uuid + ".zip";
  }

  OptionalLong archiveBytes() {
    return archiveBytes;
  }

  void archived(long bytes) {
    archiveBytes = OptionalLong.of(bytes);
  }

  /** Whether the photographs must stay readable for the archive that is still to be made. */
  boolean needsPhotographs() {
    return !deleted && archiveBytes.isEmpty() && timeline.endsWithArchive();
  }
}
