package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.local.JavaChild;
import java.util.List;
import java.util.Optional;

/** A class of this source, in a Java process of its own. */
abstract class OwnMain implements Contestant {

  private final String name;
  private final Class<?> main;

  OwnMain(String name, Class<?> main) {
    this.name = name;
    this.main = main;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Optional<String> version() {
    return Optional.of("this source");
  }

  @Override
  public final List<String> command(UploadTask task) {
    return JavaChild.command(main, options(task), arguments(task));
  }

  /** For the Java process. */
  abstract List<String> options(UploadTask task);

  abstract List<String> arguments(UploadTask task);
}
