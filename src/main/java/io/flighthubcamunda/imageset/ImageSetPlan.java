package io.flighthubcamunda.imageset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What is uploaded under which name, and in which batch. It is derived from the folder whenever it
 * is needed and never kept; the fingerprint tells whether it is still the plan that was checked.
 */
public final class ImageSetPlan {

  private final List<PlannedFile> files;
  private final List<Integer> batchStarts;
  private final String fingerprint;

  private ImageSetPlan(List<PlannedFile> files, BatchLimits limits) {
    this.files = List.copyOf(files);
    this.batchStarts = split(files, limits);
    this.fingerprint = fingerprint(files, batchStarts);
  }

  /**
   * Plans the upload of a scan.
   *
   * @param scan the folder's files
   * @param leftOut relative paths of files that are not uploaded; names that are not there do no
   *     harm
   * @param limits how large a batch may become
   */
  public static ImageSetPlan of(ImageSetScan scan, Collection<String> leftOut, BatchLimits limits) {
    Set<String> without = Set.copyOf(leftOut);
    List<SourceFile> kept =
        scan.files().stream().filter(file -> !without.contains(file.relativePath())).toList();
    return new ImageSetPlan(ObjectNames.assign(kept), limits);
  }

  /**
   * SHA-256 in hexadecimal digits over relative path, size, time of change in whole seconds (all
   * that some network disks keep), version where the source has one, object name and batch number
   * of every file. The batch number is in it because a worker with other batch limits would cut
   * elsewhere and lose files between two batches.
   */
  public String fingerprint() {
    return fingerprint;
  }

  public int fileCount() {
    return files.size();
  }

  public int imageCount() {
    return (int) files.stream().filter(file -> file.source().image()).count();
  }

  /** Sum of the file sizes in bytes. */
  public long byteCount() {
    return files.stream().mapToLong(file -> file.source().size()).sum();
  }

  /** Bytes of the largest file; 0 for a plan without files. */
  long largestFile() {
    return files.stream().map(PlannedFile::source).mapToLong(SourceFile::size).max().orElse(0);
  }

  public int batchCount() {
    return batchStarts.size();
  }

  /**
   * One batch.
   *
   * @param number 1 to {@link #batchCount()}
   * @throws IllegalArgumentException when there is no such batch
   */
  public Batch batch(int number) {
    if (number < 1 || number > batchCount()) {
      throw new IllegalArgumentException(
          "There is no batch %d; this image set has %d.".formatted(number, batchCount()));
    }
    int end = number == batchCount() ? files.size() : batchStarts.get(number);
    return new Batch(number, files.subList(batchStarts.get(number - 1), end));
  }

  /** All files in the order of the batches. */
  List<PlannedFile> files() {
    return files;
  }

  private static List<Integer> split(List<PlannedFile> files, BatchLimits limits) {
    List<Integer> starts = new ArrayList<>();
    int count = 0;
    long bytes = 0;
    for (int i = 0; i < files.size(); i++) {
      long size = files.get(i).source().size();
      // Written so that sizes near the largest number cannot overflow.
      if (count == 0 || count == limits.maxFiles() || size > limits.maxBytes() - bytes) {
        starts.add(i);
        count = 0;
        bytes = 0;
      }
      count++;
      bytes += size;
    }
    return List.copyOf(starts);
  }

  private static String fingerprint(List<PlannedFile> files, List<Integer> batchStarts) {
    Sha256 hash = new Sha256();
    int batch = 0;
    for (int i = 0; i < files.size(); i++) {
      if (batch < batchStarts.size() && batchStarts.get(batch) == i) {
        batch++;
      }
      SourceFile source = files.get(i).source();
      hash.add(source.relativePath())
          .add(source.size())
          .add(source.modified().getEpochSecond())
          .add(source.version())
          .add(files.get(i).objectName())
          .add(batch);
    }
    return hash.hex();
  }
}
