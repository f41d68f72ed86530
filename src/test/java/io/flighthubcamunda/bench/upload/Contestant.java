package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program that uploads a folder. */
interface Contestant {

  /** Short, for the table. */
  String name();

  /** What it says of its own version, empty when it is not on this machine. */
  Optional<String> version();

  List<String> command(UploadTask task);

  /** Variables for its process. */
  default Map<String, String> environment(UploadTask task) {
    return Map.of();
  }

  /** When it runs all the time in production, so that only its work is measured. */
  default Optional<Standing> standing() {
    return Optional.empty();
  }

  /**
   * Files of the folder that it sends before the work, because in production it did work before.
   */
  default int earlierFiles() {
    return 0;
  }
}
