package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.local.JavaChild;
import java.util.List;
import java.util.Optional;

/**
 * Reads the files and writes them into TLS connections, no more: what no uploader can beat by far.
 */
record CopyLoop() implements Contestant {

  @Override
  public String name() {
    return "copy loop";
  }

  @Override
  public Optional<String> version() {
    return Optional.of("this source");
  }

  @Override
  public List<String> command(UploadTask task) {
    return JavaChild.command(
        CopyLoopMain.class,
        List.of("-Xmx128m", JavaChild.FAST_TLS_SOCKETS),
        List.of(
            task.folder().toString(),
            Integer.toString(task.discardPort()),
            task.certificate().keyStore().toString(),
            task.far() ? "16" : "4",
            Boolean.toString(task.verify())));
  }
}
