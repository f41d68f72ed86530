package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.Standing;
import io.flighthubcamunda.bench.sink.Certificate;
import java.util.List;
import java.util.Optional;

/** Our upload in a Java process of its own, see {@link OurUpload}. */
final class Ours extends OwnMain {

  /** Megabytes of heap that the whole worker must do with. */
  static final int HEAP_MEGABYTES = 128;

  Ours() {
    super("ours", OurUpload.class);
  }

  @Override
  List<String> options(UploadTask task) {
    return List.of(
        "-Xmx" + HEAP_MEGABYTES + "m",
        // As the README and the Dockerfile start a worker.
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Djavax.net.ssl.trustStore=" + task.certificate().keyStore(),
        "-Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD);
  }

  @Override
  List<String> arguments(UploadTask task) {
    return List.of(
        task.folder().toString(), task.store().toString(), Boolean.toString(task.verify()));
  }

  @Override
  public Optional<Standing> standing() {
    return Optional.of(OurUpload.STANDING);
  }

  @Override
  public int earlierFiles() {
    return OurUpload.EARLIER_FILES;
  }
}
