package io.flighthubcamunda.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A named set of uploaded files. Guarded by the lock of {@link State}. */
final class Resource {

  /** Numbers of fact sheet 2.11. */
  static final int USABLE = 1;

  static final int WAITING_FOR_DELETION = 2;
  static final int DELETED = 3;

  private final String uuid;
  private final String project;
  private final Map<String, ResourceFile> files = new LinkedHashMap<>();
  private String name = "";
  private Optional<Instant> deletionAsked = Optional.empty();
  private Optional<InputDeletion> deletionRule = Optional.empty();
  private List<Model> deciding = List.of();
  private Optional<Duration> reconstruction = Optional.empty();
  private boolean purged;

  Resource(String uuid, String project) {
    this.uuid = uuid;
    this.project = project;
  }

  String uuid() {
    return uuid;
  }

  String project() {
    return project;
  }

  String name() {
    return name;
  }

  void rename(String value) {
    name = value;
  }

  void reconstructedIn(Duration time) {
    reconstruction = Optional.of(time);
  }

  /** How long its models are reconstructed. */
  Duration reconstructionTime(Timing timing) {
    return reconstruction.orElse(timing.reconstruction());
  }

  /** A file of the same name is replaced, so that a repeated callback changes nothing. */
  void add(ResourceFile file) {
    files.put(file.name(), file);
  }

  List<ResourceFile> files() {
    return List.copyOf(files.values());
  }

  List<ResourceFile> images() {
    return files.values().stream().filter(ResourceFile::image).toList();
  }

  long sizeBytes() {
    return files.values().stream().mapToLong(ResourceFile::sizeBytes).sum();
  }

  /** The first request counts. */
  void askForDeletion(Instant moment) {
    deletionAsked = deletionAsked.or(() -> Optional.of(moment));
  }

  /** {@code delete_resource_if_finish}: these models decide when. */
  void deleteAfter(List<Model> models, InputDeletion rule) {
    deletionRule = Optional.of(rule);
    deciding = List.copyOf(models);
  }

  int status(Instant now, Timing timing) {
    if (deletionAsked.isEmpty() && deletionRule.isEmpty()) {
      return USABLE;
    }
    Optional<Instant> asked = deletionMoment().filter(moment -> !now.isBefore(moment));
    if (asked.isEmpty()) {
      return USABLE;
    }
    return now.isBefore(asked.get().plus(timing.deletionDelay())) ? WAITING_FOR_DELETION : DELETED;
  }

  /** A stop can still move the moment at which the models are through. */
  private Optional<Instant> deletionMoment() {
    return Stream.concat(deletionAsked.stream(), momentByRule().stream())
        .min(Comparator.naturalOrder());
  }

  private Optional<Instant> momentByRule() {
    Stream<Instant> through = deciding.stream().map(model -> model.timeline().throughAt());
    return deletionRule.flatMap(
        rule ->
            switch (rule) {
              case AFTER_FIRST_MODEL -> through.min(Comparator.naturalOrder());
              case AFTER_LAST_MODEL -> through.max(Comparator.naturalOrder());
              case AFTER_ALL_SUCCEEDED ->
                  deciding.stream().allMatch(model -> model.timeline().endsWell())
                      ? through.max(Comparator.naturalOrder())
                      : Optional.empty();
            });
  }

  boolean purged() {
    return purged;
  }

  /** Forgets the files and returns them, so that their objects can be removed. */
  List<ResourceFile> purge() {
    List<ResourceFile> forgotten = files();
    purged = true;
    files.clear();
    return forgotten;
  }
}
