package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.sink.Certificate;
import io.flighthubcamunda.local.JavaChild;
import java.util.List;
import java.util.Optional;

/** Our upload in a Java process of its own, see {@link OurUpload}. */
record Ours() implements Contestant {

  /** Megabytes of heap that the whole worker must do with. */
  static final int HEAP_MEGABYTES = 128;

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public Optional<String> version() {
    return Optional.of("this source");
  }

  @Override
  public List<String> command(UploadTask task) {
    return JavaChild.command(
        OurUpload.class,
        List.of(
            "-Xmx" + HEAP_MEGABYTES + "m",
            // As the README and the Dockerfile start a worker.
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djavax.net.ssl.trustStore=" + task.certificate().keyStore(),
            "-Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD),
        List.of(
            task.folder().toString(), task.store().toString(), Boolean.toString(task.verify())));
  }

  @Override
  public Optional<String> ready() {
    return Optional.of(OurUpload.READY);
  }
}
