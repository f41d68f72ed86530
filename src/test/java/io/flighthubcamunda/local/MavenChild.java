package io.flighthubcamunda.local;

import io.flighthubcamunda.cli.ExitCode;
import io.flighthubcamunda.cli.Sentence;

/** A program that Maven starts as a process of its own, and a person ends with Maven. */
public final class MavenChild {

  private MavenChild() {}

  /** The program. */
  @FunctionalInterface
  interface Program {

    /**
     * @return one of {@link ExitCode}
     * @throws Exception of which a person reads one sentence
     */
    int run() throws Exception;
  }

  /** A program that has done its part when it returns. */
  @FunctionalInterface
  interface Play {

    /**
     * @throws Exception of which a person reads one sentence
     */
    void play(DemoSettings settings) throws Exception;
  }

  /** Never returns. */
  static void play(Play play) {
    run(
        () -> {
          play.play(DemoSettings.from(System.getProperties()));
          return ExitCode.OK;
        });
  }

  /** Never returns. */
  static void run(Program program) {
    stopWithMaven();
    int status;
    try {
      status = program.run();
    } catch (Exception e) {
      System.err.println(Sentence.of(e));
      status = ExitCode.FAILED;
    }
    System.exit(status);
  }

  /** Killed without warning, Maven cannot stop us, so we look after it. */
  public static void stopWithMaven() {
    ProcessHandle.current()
        .parent()
        .ifPresent(maven -> maven.onExit().thenRun(() -> System.exit(ExitCode.FAILED)));
  }
}
