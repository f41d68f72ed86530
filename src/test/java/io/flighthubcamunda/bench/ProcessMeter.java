package io.flighthubcamunda.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Runs a program and says what it cost. CPU time comes from the kernel's account of our ended
 * children, peak memory from the kernel's high-water mark of the process, looked at often because
 * it is gone with the process. Only one program may be measured at a time.
 */
public final class ProcessMeter {

  private static final Duration LOOK = Duration.ofMillis(25);
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");

  /** Linux counts process times in hundredths of a second on every machine it runs on. */
  private static final double TICKS_PER_SECOND = 100;

  private ProcessMeter() {}

  /** Why nothing can be measured here, or an empty text. */
  public static String obstacle() {
    return Files.isReadable(Path.of("/proc/self/stat"))
        ? ""
        : "Benchmarks read CPU time and memory from /proc, so they need Linux.";
  }

  /**
   * @param environment added to ours, without our settings for stores and Java
   * @param log where its output goes, overwritten
   * @param limit after which it is ended
   */
  public static Measurement run(
      List<String> command, Map<String, String> environment, Path log, Duration limit) {
    return run(command, environment, log, limit, Optional.empty());
  }

  /**
   * @param standing of a program that runs before and after its work in production: its time is
   *     measured between its two lines, its CPU time from the first one to its end
   */
  public static Measurement run(
      List<String> command,
      Map<String, String> environment,
      Path log,
      Duration limit,
      Optional<Standing> standing) {
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(ForeignSettings::has);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    var cpuBefore = cpuOfEndedChildren();
    var start = System.nanoTime();
    try {
      var process = builder.start();
      Thread atExit = Thread.ofPlatform().unstarted(process::destroyForcibly);
      Runtime.getRuntime().addShutdownHook(atExit);
      var deadline = start + limit.toNanos();
      var begin = start;
      if (standing.isPresent()) {
        awaitLine(process, log, standing.get().ready(), deadline);
        cpuBefore += cpuOf(process);
        begin = System.nanoTime();
        begin(process);
      }
      var seen = watch(process, log, standing, deadline);
      removeHook(atExit);
      var inTime = !process.isAlive();
      process.destroyForcibly();
      var status = process.waitFor();
      return new Measurement(
          (seen.doneAt() - begin) / 1e9,
          cpuOfEndedChildren() - cpuBefore,
          seen.peakBytes(),
          inTime ? status : Measurement.TIMED_OUT,
          (begin - start) / 1e9);
    } catch (IOException e) {
      throw new BenchException(
          "%s could not be started: %s".formatted(command.getFirst(), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("The benchmark was interrupted.", e);
    }
  }

  private static void awaitLine(Process process, Path log, String line, long deadline)
      throws IOException, InterruptedException {
    while (process.isAlive() && System.nanoTime() < deadline) {
      if (printed(log, line)) {
        return;
      }
      process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static void begin(Process process) {
    try (var in = process.outputWriter()) {
      in.write("begin\n");
    } catch (IOException e) {
      // It has ended already; its status says why.
    }
  }

  private static Seen watch(Process process, Path log, Optional<Standing> standing, long deadline)
      throws IOException, InterruptedException {
    var status = Path.of("/proc/" + process.pid() + "/status");
    long peak = 0;
    var done = OptionalLong.empty();
    do {
      peak = Math.max(peak, peakBytes(status));
      if (done.isEmpty() && standing.isPresent() && printed(log, standing.get().done())) {
        done = OptionalLong.of(System.nanoTime());
      }
    } while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)
        && System.nanoTime() < deadline);
    return new Seen(peak, done.orElseGet(System::nanoTime));
  }

  private static boolean printed(Path log, String line) throws IOException {
    return Files.readString(log, StandardCharsets.ISO_8859_1).contains(line);
  }

  /**
   * @param doneAt of {@link System#nanoTime()}
   */
  private record Seen(long peakBytes, long doneAt) {}

  private static long peakBytes(Path status) {
    try {
      var found = PEAK.matcher(Files.readString(status));
      return found.find() ? Long.parseLong(found.group(1)) * 1024 : 0;
    } catch (IOException e) {
      return 0; // It has just ended.
    }
  }

  private static double cpuOfEndedChildren() {
    return cpu("self", 13);
  }

  private static double cpuOf(Process process) {
    return cpu(Long.toString(process.pid()), 11);
  }

  /**
   * @param field of the user time; that of the system comes next
   */
  private static double cpu(String process, int field) {
    try {
      var stat = Files.readString(Path.of("/proc", process, "stat"));
      // The name before may hold blanks; after its bracket come the fields from the third on.
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1])) / TICKS_PER_SECOND;
    } catch (IOException e) {
      throw new BenchException("The CPU time of a program could not be read: " + e.getMessage(), e);
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // We are being ended, and the hook does its work.
    }
  }
}
