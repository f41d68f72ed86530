package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.bench.Standing;
import io.flighthubcamunda.imageset.Batch;
import io.flighthubcamunda.imageset.BatchLimits;
import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.imageset.ImageSetPlan;
import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.storage.StorageException;
import io.flighthubcamunda.storage.StorageSettings;
import io.flighthubcamunda.storage.StoreConnections;
import io.flighthubcamunda.upload.BatchUpload;
import io.flighthubcamunda.upload.CredentialSource;
import io.flighthubcamunda.upload.Pause;
import io.flighthubcamunda.upload.UploadLevel;
import io.flighthubcamunda.upload.UploadProgress;
import io.flighthubcamunda.upload.UploadSettings;
import io.flighthubcamunda.upload.UploadedFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code OurUpload FOLDER STORE VERIFY}: uploads a folder as one worker process does, two batches
 * at a time with the settings that stand in the product, and prints its peak of heap. Before it is
 * ready it sends a few files as a worker that has worked before: its code is loaded, its
 * connections are closed again.
 */
final class OurUpload implements CredentialSource {

  /** What the parent looks for in our output. */
  static final String HEAP_PEAK = "heap-peak-bytes=";

  /** A worker waits for jobs before and after. */
  static final Standing STANDING = new Standing("ready to upload", "uploaded");

  /** Sent before the work that is measured. */
  static final int EARLIER_FILES = 16;

  private static final int BATCHES_AT_ONCE = 2;
  private static final int LEAST_FILES_AT_ONCE = 2;
  private static final int MOST_FILES_AT_ONCE = 32;

  /** As often as the engine gives a batch's job to a worker again. */
  private static final int ATTEMPTS = 5;

  private final ImageSource source;
  private final BatchUpload upload;
  private final String store;

  private OurUpload(ImageSource source, BatchUpload upload, String store) {
    this.source = source;
    this.upload = upload;
    this.store = store;
  }

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    var source = new FolderSource(Path.of(args[0]));
    var verify = Boolean.parseBoolean(args[2]);
    work(source, verify, args[1], OurUpload::sendEarlierFiles);
    work(
        source,
        verify,
        args[1],
        upload -> {
          System.out.println(STANDING.ready());
          System.in.read();
          upload.run();
          System.out.println(STANDING.done());
        });
    System.out.println(HEAP_PEAK + heapPeak());
  }

  private static void work(ImageSource source, boolean verify, String store, Work work)
      throws IOException, InterruptedException, ExecutionException {
    var settings =
        new StorageSettings(
            false,
            MOST_FILES_AT_ONCE,
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60));
    var level = new UploadLevel(LEAST_FILES_AT_ONCE, MOST_FILES_AT_ONCE);
    try (var connections = StoreConnections.open(settings)) {
      var upload =
          new BatchUpload(
              level,
              connections,
              UploadSettings.inOnePiece(verify),
              InstantSource.system(),
              Pause.SLEEPING);
      work.with(new OurUpload(source, upload, store));
    }
  }

  private void sendEarlierFiles() {
    var files = plan().batch(1).files();
    send(new Batch(1, files.subList(0, Math.min(EARLIER_FILES, files.size()))));
  }

  private ImageSetPlan plan() {
    return ImageSetPlan.of(
        source.scan(EnumSet.of(ReconstructionType.THREE_D)), List.of(), BatchLimits.DEFAULT);
  }

  private void run() throws InterruptedException, ExecutionException {
    var plan = plan();
    try (var threads = Executors.newFixedThreadPool(BATCHES_AT_ONCE)) {
      var batches = new ArrayList<Future<?>>();
      for (int number = 1; number <= plan.batchCount(); number++) {
        var batch = plan.batch(number);
        batches.add(threads.submit(() -> send(batch)));
      }
      for (var batch : batches) {
        batch.get();
      }
    }
  }

  private void send(Batch batch) {
    for (int attempt = 1; ; attempt++) {
      try {
        upload.upload(batch, source, this, UploadProgress.SILENT);
        return;
      } catch (StorageException e) {
        System.out.printf("Batch %d, attempt %d: %s%n", batch.number(), attempt, e.getMessage());
        if (attempt == ATTEMPTS || e.kind() == StorageException.Kind.LASTING) {
          throw e;
        }
      }
    }
  }

  @Override
  public Set<String> register(StorageCredential credential, List<UploadedFile> files) {
    throw new IllegalStateException("A credential of the benchmark lives longer than its run");
  }

  @Override
  public StorageCredential obtain() {
    return new StorageCredential(
        "minio",
        UploadTask.ACCESS_KEY,
        UploadTask.SECRET_KEY,
        UploadTask.SESSION_TOKEN,
        UploadTask.REGION,
        UploadTask.BUCKET,
        "callback",
        "set/" + StorageCredential.FILE_NAME,
        Instant.now().plus(Duration.ofHours(1)).getEpochSecond(),
        store);
  }

  private static long heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  @FunctionalInterface
  private interface Work {
    void with(OurUpload upload) throws IOException, InterruptedException, ExecutionException;
  }
}
