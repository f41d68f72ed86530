package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.upload.Programs.Program;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A peer that may be on this machine, or not. */
abstract class InstalledProgram implements Contestant {

  private final String name;
  private final Optional<Program> program;

  InstalledProgram(String name, Optional<Program> program) {
    this.name = name;
    this.program = program;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Optional<String> version() {
    return program.map(Program::version);
  }

  @Override
  public final List<String> command(UploadTask task) {
    return Stream.concat(
            Stream.of(program.orElseThrow().path().toString()), arguments(task).stream())
        .toList();
  }

  /** What follows the program's path. */
  abstract List<String> arguments(UploadTask task);
}
