package io.flighthubcamunda.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void shouldEndWhenItsParentIsKilled() throws Exception {
    // given: a parent that starts a child and says its process id
    Path log = directory.resolve("parent.log");
    try (ChildProcess parent = java("Parent", log, Parent.class, directory.toString())) {
      Awaitility.await().atMost(LIMIT).until(() -> Files.readString(log).contains("child"));
      long pid = Long.parseLong(Files.readString(log).replace("child", "").strip());
      ProcessHandle child = ProcessHandle.of(pid).orElseThrow();

      // when
      ProcessHandle.of(parent.pid()).orElseThrow().destroyForcibly();

      // then
      Awaitility.await().atMost(LIMIT).until(() -> !isRunning(child));
    }
  }

  @Test
  void shouldNameTheLogAndItsLastErrorWhenTheChildStops() {
    // given
    Path log = directory.resolve("child.log");
    try (ChildProcess child = java("The child", log, Failing.class)) {
      // when / then
      assertThatThrownBy(() -> new Readiness(LIMIT).await(child, () -> false))
          .isInstanceOf(LocalEngineException.class)
          .hasMessage(
              "The child stopped during its start; its log %s ends with: ERROR no disk", log);
    }
  }

  @Test
  void shouldSayHowLongItWaited() {
    // given
    Path log = directory.resolve("child.log");
    try (ChildProcess child = java("The child", log, Waiting.class)) {
      // when / then
      assertThatThrownBy(() -> new Readiness(Duration.ofSeconds(1)).await(child, () -> false))
          .isInstanceOf(LocalEngineException.class)
          .hasMessageStartingWith("The child was not ready within 1 s; its log ");
      assertThat(child.hasFailed()).isFalse();
    }
  }

  private ChildProcess java(String name, Path log, Class<?> main, String... arguments) {
    return ChildProcess.start(name, command(main, arguments), Map.of(), directory, log);
  }

  private static List<String> command(Class<?> main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "-classpath",
                System.getProperty("java.class.path"),
                ChildMain.class.getName(),
                main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * Without a reaper a killed orphan stays in the process table, and would still count as alive.
   */
  private static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  /** Starts a child, says its process id, waits for ever. */
  public static final class Parent {
    private Parent() {}

    public static void main(String[] args) throws InterruptedException {
      Path directory = Path.of(args[0]);
      ChildProcess child =
          ChildProcess.start(
              "Child", command(Waiting.class), Map.of(), directory, directory.resolve("child.log"));
      System.out.println("child " + child.pid());
      new CountDownLatch(1).await();
    }
  }

  /** Waits for ever. */
  public static final class Waiting {
    private Waiting() {}

    public static void main(String[] args) throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }

  /** Complains and ends. */
  public static final class Failing {
    private Failing() {}

    public static void main(String[] args) {
      System.out.println("starting\nERROR no disk\nbye");
      System.exit(1);
    }
  }
}
