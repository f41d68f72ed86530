package io.flighthubcamunda.cli;

import io.flighthubcamunda.imageset.Batch;
import io.flighthubcamunda.imageset.ImageSetPlan;
import io.flighthubcamunda.imageset.PlannedFile;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is to be uploaded, to tell from the names that FlightHub lists how much of it is there. */
public final class PlannedUpload {

  static final PlannedUpload NOTHING = new PlannedUpload(Map.of(), List.of());

  private final Map<String, Long> sizes;
  private final List<List<String>> batches;

  private PlannedUpload(Map<String, Long> sizes, List<List<String>> batches) {
    this.sizes = sizes;
    this.batches = batches;
  }

  /**
   * @param plan with the batch limits that the workers have; with others only the number of batches
   *     is wrong
   */
  public static PlannedUpload of(ImageSetPlan plan) {
    var batches = IntStream.rangeClosed(1, plan.batchCount()).mapToObj(plan::batch).toList();
    return new PlannedUpload(
        batches.stream()
            .flatMap(batch -> batch.files().stream())
            .collect(Collectors.toMap(PlannedFile::objectName, file -> file.source().size())),
        batches.stream().map(PlannedUpload::names).toList());
  }

  private static List<String> names(Batch batch) {
    return batch.files().stream().map(PlannedFile::objectName).toList();
  }

  /**
   * @param resourceSize bytes that FlightHub counts; where it counts none the planned ones are
   *     taken
   * @param rate learns what is registered now
   */
  UploadState state(Collection<String> fileNames, long resourceSize, UploadRate rate, Instant now) {
    Set<String> known = new HashSet<>(fileNames);
    var bytes = resourceSize > 0 ? resourceSize : size(known);
    rate.seen(bytes, now);
    return new UploadState(
        new UploadState.Part(bytes, size(sizes.keySet())),
        new UploadState.Part(known.size(), sizes.size()),
        // A batch is registered with all of its files or with none.
        new UploadState.Part(batches.stream().filter(known::containsAll).count(), batches.size()),
        rate.bytesPerSecond());
  }

  private long size(Set<String> names) {
    return names.stream().mapToLong(name -> sizes.getOrDefault(name, 0L)).sum();
  }
}
