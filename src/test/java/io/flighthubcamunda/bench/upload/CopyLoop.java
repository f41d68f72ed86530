package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.local.JavaChild;
import java.util.List;

/**
 * Reads the files and writes them into TLS connections, no more: what no uploader can beat by far.
 */
final class CopyLoop extends OwnMain {

  CopyLoop() {
    super("copy loop", CopyLoopMain.class);
  }

  @Override
  List<String> options(UploadTask task) {
    return List.of("-Xmx128m", JavaChild.FAST_TLS_SOCKETS);
  }

  @Override
  List<String> arguments(UploadTask task) {
    return List.of(
        task.folder().toString(),
        Integer.toString(task.discardPort()),
        task.certificate().keyStore().toString(),
        task.far() ? "16" : "4",
        Boolean.toString(task.verify()));
  }
}
