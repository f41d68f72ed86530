package io.flighthubcamunda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Where the numbers come from: rows of one run may be compared, runs of two machines may not.
 *
 * @param memoryBytes of the machine
 * @param load mean number of running processes in the last minute, before the benchmark; a busy
 *     machine gives poor numbers
 * @param at ISO-8601 UTC
 */
public record MachineFacts(
    String processor,
    int processors,
    long memoryBytes,
    String system,
    String java,
    String load,
    String at) {

  static MachineFacts read() {
    return new MachineFacts(
        field("/proc/cpuinfo", "model name\\s*:\\s*(.+)", System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(field("/proc/meminfo", "MemTotal:\\s*(\\d+)", "0")) * 1024,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vendor") + " " + System.getProperty("java.version"),
        field("/proc/loadavg", "^(\\S+)", "?"),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static String field(String file, String pattern, String otherwise) {
    try {
      var found =
          Pattern.compile(pattern, Pattern.MULTILINE).matcher(Files.readString(Path.of(file)));
      return found.find() ? found.group(1).strip() : otherwise;
    } catch (IOException e) {
      return otherwise;
    }
  }
}
